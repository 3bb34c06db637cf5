// SPDX-License-Identifier: GPL-2.0-or-later
//
// How much one request may ask for. The bytes of URL, headers and body are limited before.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ibid {

inline constexpr std::size_t kMostQueryBytes = 4096;
inline constexpr std::size_t kMostIdBytes = 4096;          // of a passage, report or source
inline constexpr std::size_t kMostCitedBytes = 64 * 1024;  // the text of a permalink
inline constexpr std::uint64_t kMostHits = 1000;  // of one page; also passages of `similar`
inline constexpr std::uint64_t kMostOffset = 1'000'000;
inline constexpr std::uint64_t kMostGeneration = 1'000'000'000'000;
inline constexpr std::uint64_t kMostAround = 1000;
inline constexpr std::uint64_t kMostSources = 100'000;
inline constexpr std::uint64_t kMostSnippetColumns = 10'000;
inline constexpr std::uint64_t kMostClaimPassages = 100;  // for each claim
inline constexpr std::size_t kMostTexts = 1000;           // claims or quotations of one request
inline constexpr std::size_t kMostNamed = 1000;           // passages that one request names
inline constexpr std::size_t kMostBodyDepth = 8;          // of arrays and objects in JSON

}  // namespace ibid
