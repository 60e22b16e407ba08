#include <stdio.h>
#include <editline/readline.h>

/* The library's settings are global variables, which Swift does not touch: each is set here. */

static inline void editline_complete_with(rl_completion_func_t *function) {
  rl_attempted_completion_function = function;
}

/* Keeps file names from being offered where nothing else fits. */
static inline void editline_offer_nothing_else(void) { rl_attempted_completion_over = 1; }
