"""nbrun lsp, asked as editors ask: by a client that declares what Visual Studio Code, Neovim and Emacs declare, and that warns of every
answer which such an editor did not ask for."""
import os

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

NOTEBOOK = """\
```{load}
label: digits
dataset: digits
```
```{build}
label: net
layers: [{lstm: {units: 8}}, {dense: {units: 10}}]
```
```{train}
label: fit
steps: 10

```
```{evaluate}
label: test
```
After {{fit.steps}} steps \U0001F600 it reads {{test.accuracy}} of them.
"""
URI = "file:///notebooks/small.md"
LINES = NOTEBOOK.split("\n")


@pytest_lsp.fixture(
    params=["visual-studio-code", "neovim", "emacs"],
    config=ClientServerConfig(server_command=[os.environ["NBRUN"], "lsp"]),
)
async def client(request, lsp_client: LanguageClient):
    started = await lsp_client.initialize_session(
        types.InitializeParams(capabilities=client_capabilities(request.param)))
    lsp_client.unit = UNITS[started.capabilities.position_encoding]
    await open_text(lsp_client, NOTEBOOK)
    yield
    await lsp_client.shutdown_session()


async def open_text(client, text):
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(URI, "markdown", 1, text)))
    await client.wait_for_notification("textDocument/publishDiagnostics")


async def change_text(client, text, version):
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, URI), [types.TextDocumentContentChangeWholeDocument(text)]))
    await client.wait_for_notification("textDocument/publishDiagnostics")


UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def place(text, client):
    """The place of the first character of a text, as the client and the server have agreed to count."""
    line = next(number for number, line in enumerate(LINES) if text in line)
    encoding, size = client.unit
    return types.Position(line, len(LINES[line][: LINES[line].index(text)].encode(encoding)) // size)


def replaced(text, change, client):
    """The text with a change of one line, counted as the client and the server have agreed."""
    encoding, size = client.unit
    lines = text.split("\n")
    line = lines[change.range.start.line].encode(encoding)
    before, after = line[: change.range.start.character * size], line[change.range.end.character * size :]
    lines[change.range.start.line] = (before + change.new_text.encode(encoding) + after).decode(encoding)
    return "\n".join(lines)


DOCUMENT = types.TextDocumentIdentifier(URI)


@pytest.mark.asyncio
async def test_mistakes_come_and_go_with_the_text(client):
    assert client.diagnostics[URI] == ()
    await change_text(client, NOTEBOOK.replace("steps: 10", "stepz: 10"), 2)
    [mistake] = client.diagnostics[URI]
    assert mistake.code == "key.unknown" and mistake.severity == types.DiagnosticSeverity.Error
    assert mistake.range == types.Range(place("steps: 10", client), types.Position(place("steps: 10", client).line, 5))
    await change_text(client, NOTEBOOK, 3)
    assert client.diagnostics[URI] == ()


@pytest.mark.asyncio
async def test_a_mistake_is_put_right_by_its_correction(client):
    wrong = NOTEBOOK.replace("steps: 10", "iterations: 10").replace("test.accuracy", "test.acuracy")
    await change_text(client, wrong, 2)
    key, number = client.diagnostics[URI]
    for mistake, text in [(key, "steps"), (number, "test.accuracy")]:
        [action] = await client.text_document_code_action_async(
            types.CodeActionParams(
                DOCUMENT, mistake.range,
                types.CodeActionContext([mistake], only=[types.CodeActionKind.QuickFix])))
        assert action.title == f"Write '{text}'" and action.kind == types.CodeActionKind.QuickFix
        assert action.is_preferred and action.diagnostics == (mistake,)
        [change] = action.edit.changes[URI]
        wrong = replaced(wrong, change, client)
    assert wrong == NOTEBOOK
    await change_text(client, wrong, 3)
    assert client.diagnostics[URI] == ()
    at = place("steps: 10", client)
    assert not await client.text_document_code_action_async(
        types.CodeActionParams(DOCUMENT, types.Range(at, at), types.CodeActionContext([])))


@pytest.mark.asyncio
async def test_a_key_is_completed_and_the_notebook_is_right(client):
    line = LINES.index("")
    found = await client.text_document_completion_async(types.CompletionParams(DOCUMENT, types.Position(line, 0)))
    item = next(item for item in found.items if item.label == "batch")
    assert item.text_edit.new_text == "batch: " and "examples a step takes" in str(item.documentation)
    assert not any(item.label == "steps" for item in found.items)
    await change_text(client, NOTEBOOK.replace("\n\n", "\nbatch: 16\n", 1), 2)
    assert client.diagnostics[URI] == ()


@pytest.mark.asyncio
async def test_a_number_in_the_text_is_completed_and_explained(client):
    at = place("accuracy}}", client)
    found = await client.text_document_completion_async(types.CompletionParams(DOCUMENT, at))
    item = next(item for item in found.items if item.label == "test.loss")
    assert item.text_edit.range.start == place("test.accuracy}}", client)
    hover = await client.text_document_hover_async(types.HoverParams(DOCUMENT, at))
    assert "{evaluate} on line 14" in hover.contents.value
    assert hover.range.start == place("test.accuracy}}", client)


@pytest.mark.asyncio
async def test_a_label_is_found_and_renamed(client):
    at = place("fit.steps", client)
    made = await client.text_document_definition_async(types.DefinitionParams(DOCUMENT, at))
    assert made.uri == URI and made.range.start == types.Position(LINES.index("label: fit"), 7)
    uses = await client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(True), DOCUMENT, at))
    assert len(uses) == 2
    assert (await client.text_document_prepare_rename_async(types.PrepareRenameParams(DOCUMENT, at))).start == at
    edit = await client.text_document_rename_async(types.RenameParams(DOCUMENT, at, "training"))
    assert [change.new_text for change in edit.changes[URI]] == ["training", "training"]
