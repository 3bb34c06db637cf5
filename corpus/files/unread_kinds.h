// SPDX-License-Identifier: GPL-2.0-or-later
//
// Kinds of documents that are not read, and what to do with them: below a folder they are known by
// name alone, so that a user hears of them. What a file that is read holds, its bytes say
// (corpus/extract/tell_format.h).
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// By the extension of `path`, in any case: .doc, .ppt, .pptx, .rtf, .xls, .xlsx. Returns why it is
// not read and the remedy, as Problem::message; empty for other files.
std::string why_unread_kind(std::string_view path);

}  // namespace ibid
