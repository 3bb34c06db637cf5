// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether this build has the compiler's sanitizers, which need what the sandbox takes away:
// terabytes of addresses that are never used, and pipes, to try whether memory can be read.
#pragma once

namespace ibid {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kHasSanitizers = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(undefined_behavior_sanitizer)
inline constexpr bool kHasSanitizers = true;
#else
inline constexpr bool kHasSanitizers = false;
#endif
#else
inline constexpr bool kHasSanitizers = false;
#endif

}  // namespace ibid
