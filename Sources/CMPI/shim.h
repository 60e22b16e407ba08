#include <stddef.h>
#include <stdlib.h>
#include <mpi.h>

// MPI in plain C types: what its headers call constants are casts, which Swift reads of one implementation and not of another.
// A call that fails ends the job, as MPI has it unless it is told otherwise.

// Becomes a rank of the job that this process was started in, or the only one; 0 where that cannot be. Only the calling thread may call what follows.
static inline int ranks_begin(void) {
  int provided = 0;
  return MPI_Init_thread(NULL, NULL, MPI_THREAD_FUNNELED, &provided) == MPI_SUCCESS && provided >= MPI_THREAD_FUNNELED;
}

static inline void ranks_end(void) { MPI_Finalize(); }

static inline int ranks_own(void) {
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  return rank;
}

static inline int ranks_count(void) {
  int count = 1;
  MPI_Comm_size(MPI_COMM_WORLD, &count);
  return count;
}

// How many ranks share this machine's memory; to be called by all of them.
static inline int ranks_here(void) {
  MPI_Comm here;
  int count = 1;
  if (MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &here) != MPI_SUCCESS) return 1;
  MPI_Comm_size(here, &count);
  MPI_Comm_free(&here);
  return count;
}

// Begins to send; what it gives is for `ranks_finish`, NULL where there was no memory and the bytes have been sent.
static inline void *ranks_send(const void *bytes, int count, int rank) {
  MPI_Request *request = (MPI_Request *)malloc(sizeof(MPI_Request));
  if (request == NULL) {
    MPI_Send(bytes, count, MPI_BYTE, rank, 0, MPI_COMM_WORLD);
    return NULL;
  }
  MPI_Isend(bytes, count, MPI_BYTE, rank, 0, MPI_COMM_WORLD, request);
  return request;
}

static inline void ranks_finish(void *request) {
  if (request == NULL) return;
  MPI_Wait((MPI_Request *)request, MPI_STATUS_IGNORE);
  free(request);
}

static inline void ranks_receive(void *bytes, int count, int rank) {
  MPI_Recv(bytes, count, MPI_BYTE, rank, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}

static inline void ranks_share(void *bytes, int count, int rank) { MPI_Bcast(bytes, count, MPI_BYTE, rank, MPI_COMM_WORLD); }
