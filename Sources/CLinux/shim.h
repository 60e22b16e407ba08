#include <sys/syscall.h>
#include <unistd.h>

// What the C library has only for programs that ask for its GNU extensions, as Swift does not.

// Gives a file of a folder, an open one or AT_FDCWD, another name there unless that is taken, and says so as rename does.
static inline int rename_if_free(int folder, const char *file, const char *name) {
  const unsigned noreplace = 1;
  return (int)syscall(SYS_renameat2, folder, file, folder, name, noreplace);
}
