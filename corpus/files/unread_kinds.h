// SPDX-License-Identifier: GPL-2.0-or-later
//
// Kinds of documents that are not read yet, and what to do with them. They are never taken for
// text: their bytes are markup or compressed.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// By the extension of `path`, in any case: .html, .htm, .pdf, .docx, .hwp, .hwpx, .pptx, .xlsx,
// .epub, .odt, .rtf. Returns why it is not read and the remedy, as Problem::message; empty for
// other files.
std::string why_unread_kind(std::string_view path);

// By how the bytes of a file begin, whatever its name: PDF, RTF, a ZIP archive (.docx, .hwpx, …),
// an OLE file (.hwp, .doc), a web page. As above.
std::string why_unread_content(std::string_view bytes);

}  // namespace ibid
