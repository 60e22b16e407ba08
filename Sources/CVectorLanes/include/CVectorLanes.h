#ifndef NBRUN_VECTOR_LANES_H
#define NBRUN_VECTOR_LANES_H

/// Sixteen float lanes; Swift sees it as SIMD16<Float>.
typedef float lanes16 __attribute__((ext_vector_type(16)));

/// a·b + c in every lane, rounded once: the same bits on every instruction set.
static inline lanes16 lanes16_fma(lanes16 a, lanes16 b, lanes16 c) {
  return __builtin_elementwise_fma(a, b, c);
}

#endif
