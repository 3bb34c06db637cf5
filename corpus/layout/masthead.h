// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands above a title without being one: kinds of documents ("POLICY BRIEF", "보도자료") and
// names of institutions. The words are in corpus/word_lists.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

struct DocumentKind {
  bool found = false;
  bool release = false;        // of the press
  std::string_view publisher;  // "한국연구원" of "한국연구원 이슈브리프 제3호"; or empty
};

// Reads a line that names the kind of a document, perhaps with the institution before and a number
// or date behind it. Lender: `line`.
DocumentKind read_document_kind(std::string_view line);

// True for a line in the shape of an institution's name. A title may have it, too: ask only where
// an institution would stand.
bool reads_like_institution(std::string_view line);

// "Wikipedia" of "From Wikipedia, the free encyclopedia"; else empty. Lender: `line`.
std::string_view encyclopedia_of(std::string_view line);

// "한결신문" of "Copyright ⓒ 한결신문. 무단 전재 및 재배포 금지"; else empty. Lender: `line`.
std::string_view copyright_holder(std::string_view line);

// The ministry or agency that the first sentence of a press release is about: "산업부(장관 …)는 …
// 밝혔다." Empty unless it is unmistakable.
std::string publisher_of_release(std::string_view first_sentence);

}  // namespace ibid
