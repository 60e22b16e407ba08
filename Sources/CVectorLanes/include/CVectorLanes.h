#ifndef NBRUN_VECTOR_LANES_H
#define NBRUN_VECTOR_LANES_H

// A product and a sum are two operations, each rounded: no compiler makes one of them here, as only some machines have it.
#pragma STDC FP_CONTRACT OFF

/// Sixteen float lanes; Swift sees it as SIMD16<Float>.
typedef float lanes16 __attribute__((ext_vector_type(16)));
typedef unsigned int words16 __attribute__((ext_vector_type(16)));
/// Eight float lanes; Swift sees it as SIMD8<Float>.
typedef float lanes8 __attribute__((ext_vector_type(8)));

/// LANES16_TILE_PANELS: panels of sixteen columns that a tile of six rows spans without running out of vector registers.
/// LANES16_REGISTERS: the registers that are counted for a row of a panel; half of it takes one.
#if defined(__AVX512F__)
#define LANES16_TILE_PANELS 4
#define LANES16_REGISTERS 1
#else
#define LANES16_TILE_PANELS 1
#define LANES16_REGISTERS 2
#endif

/// a·b + c in every lane, rounded once: the same bits on every instruction set.
static inline lanes16 lanes16_fma(lanes16 a, lanes16 b, lanes16 c) {
  return __builtin_elementwise_fma(a, b, c);
}

/// a·b + c with one a for every lane, rounded once.
static inline lanes16 lanes16_fma_scalar(float a, lanes16 b, lanes16 c) {
  return __builtin_elementwise_fma((lanes16)a, b, c);
}

/// a·b + c in every lane, rounded once.
static inline lanes8 lanes8_fma(lanes8 a, lanes8 b, lanes8 c) {
  return __builtin_elementwise_fma(a, b, c);
}

/// a·b + c with one a for every lane, rounded once.
static inline lanes8 lanes8_fma_scalar(float a, lanes8 b, lanes8 c) {
  return __builtin_elementwise_fma((lanes8)a, b, c);
}

static inline lanes16 lanes16_sqrt(lanes16 a) {
  return __builtin_elementwise_sqrt(a);
}

/// The lanes of `a`, but no less than `bound`; NaN stays NaN.
static inline lanes16 lanes16_at_least(lanes16 a, float bound) {
  lanes16 bounds = (lanes16)bound;
  return a < bounds ? bounds : a;
}

/// The lanes of `a`, but no more than `bound`; NaN stays NaN.
static inline lanes16 lanes16_at_most(lanes16 a, float bound) {
  lanes16 bounds = (lanes16)bound;
  return a > bounds ? bounds : a;
}

/// The lanes of `a` where `condition` is greater than zero, zero elsewhere.
static inline lanes16 lanes16_where_positive(lanes16 a, lanes16 condition) {
  lanes16 zeros = (lanes16)0.0f;
  return condition > zeros ? a : zeros;
}

/// The lanes of `a` where `condition` is less than `bound`, those of `b` elsewhere.
static inline lanes16 lanes16_where_less(lanes16 condition, float bound, lanes16 a, lanes16 b) {
  lanes16 bounds = (lanes16)bound;
  return condition < bounds ? a : b;
}

static inline lanes16 lanes16_magnitude(lanes16 a) {
  return __builtin_elementwise_abs(a);
}

/// The lanes of `a`, none of which is negative, with the signs of `b`.
static inline lanes16 lanes16_with_sign(lanes16 a, lanes16 b) {
  words16 signs = (words16)b & 0x80000000u;
  return (lanes16)((words16)a | signs);
}

/// 2 to the power of whole numbers n from -127 to 128, given as n + 127 + 1.5·2²³; 0 for -127, infinity for 128.
///
/// Other lanes are unspecified numbers.
static inline lanes16 lanes16_power_of_two(lanes16 shifted) {
  words16 bits = (words16)shifted;
  return (lanes16)(bits << 23);
}

/// Begins to fetch the cache line at `place`, up to the second cache.
static inline void fetch_ahead(const float *place) {
  __builtin_prefetch(place, 0, 2);
}

/// Tells the processor that a loop waits for another thread.
static inline void pause_processor(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

#endif
