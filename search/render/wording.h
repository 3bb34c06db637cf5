// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts, paths and excerpts as worded in our sentences, in any medium. Only shown_path() escapes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

// "1 passage", "25 passages".
std::string counted(std::uint64_t count, std::string_view singular);

// `path` relative to `base_dir` if it is below it, else all of it. A view into `path`.
std::string_view path_below(std::string_view path, std::string_view base_dir);

// The same for people: escaped.
std::string shown_path(std::string_view path, std::string_view base_dir);

// `text` cut to a length that fits into a message, with … at the cut. Valid UTF-8 stays valid.
std::string quoted_excerpt(std::string_view text);

}  // namespace ibid
