-- nbrun lsp in Neovim without a screen: mistakes, a correction, completion, hover, definition and rename of one notebook, as its own client does them.
local path = vim.fn.tempname() .. ".md"
local text = {
  "```{load}", "label: digits", "dataset: digits", "```", "```{build}", "label: net",
  "layers: [{lstm: {units: 8}}, {dense: {units: 10}}]", "```", "```{train}", "label: fit", "stepz: 10", "```",
  "😀 After {{fit.steps}} steps.",
}
vim.fn.writefile(text, path)
vim.cmd("edit " .. path)
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = "nbrun", cmd = { os.getenv("NBRUN"), "lsp" } })
assert(client, "the server did not start")
vim.lsp.buf_attach_client(buffer, client)

local function wait(what, condition)
  if not vim.wait(10000, condition, 10) then error("waited in vain for " .. what) end
end

local function ask(method, parameters)
  parameters = vim.tbl_extend("force", vim.lsp.util.make_position_params(0, "utf-16"), parameters or {})
  local answers = vim.lsp.buf_request_sync(buffer, method, parameters, 10000)
  local answer = assert(answers and answers[client], "no answer to " .. method)
  assert(not answer.err, vim.inspect(answer.err))
  return answer.result
end

local function go(line, column) vim.api.nvim_win_set_cursor(0, { line, column }) end

wait("a mistake", function() return #vim.diagnostic.get(buffer) > 0 end)
local mistake = vim.diagnostic.get(buffer)[1]
assert(mistake.code == "key.unknown" and mistake.lnum == 10 and mistake.col == 0 and mistake.end_col == 5, vim.inspect(mistake))

local actions = ask("textDocument/codeAction", {
  range = { start = { line = 10, character = 2 }, ["end"] = { line = 10, character = 2 } },
  context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, 10, nil, client) },
})
assert(#actions == 1 and actions[1].kind == "quickfix" and actions[1].isPreferred, vim.inspect(actions))
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
assert(vim.api.nvim_buf_get_lines(buffer, 10, 11, true)[1] == "steps: 10", "correction")
vim.api.nvim_buf_set_lines(buffer, 11, 11, true, { "" })
wait("no mistake", function() return #vim.diagnostic.get(buffer) == 0 end)

go(12, 0)
local offered = vim.tbl_map(function(item) return item.label end, ask("textDocument/completion").items)
assert(vim.tbl_contains(offered, "optimizer") and not vim.tbl_contains(offered, "steps"), vim.inspect(offered))

-- Four bytes that count as two.
go(14, #"😀 After {{f")
assert(ask("textDocument/hover").contents.value:find("{train} on line 9", 1, true), "hover")
assert(ask("textDocument/definition").range.start.line == 9, "definition")
vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", { newName = "training" }), "utf-16")
local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
assert(lines[10] == "label: training" and lines[14] == "😀 After {{training.steps}} steps.", vim.inspect(lines))
wait("no mistake after a rename", function() return #vim.diagnostic.get(buffer) == 0 end)
print("Neovim: mistakes, a correction, completion, hover, definition and rename")
