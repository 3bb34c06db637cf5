// SPDX-License-Identifier: GPL-2.0-or-later
//
// What our HTML pages share: one file, no scripts, nothing loaded from elsewhere.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// From the doctype to the opening <body>. `title` is text; `style` is CSS, placed after the common
// style.
std::string html_page_head(std::string_view title, std::string_view style);

// ` lang="ko"` for Korean text; else empty, because the page is in English.
std::string html_lang(std::string_view text);

// The name of a file as text, and no link: a page is sent to people who do not have the file.
// `shown` is text, as shown_path() gives it.
std::string html_file_name(std::string_view shown);

// One word of a POSIX shell.
std::string shell_word(std::string_view text);

}  // namespace ibid
