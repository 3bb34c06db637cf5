// SPDX-License-Identifier: GPL-2.0-or-later
//
// Form -> term: the only code that puts field and form prefixes before a form's text.
#pragma once

#include <string>
#include <string_view>

#include "indexer/analysis/normalize.h"
#include "indexer/analysis/token.h"
#include "indexer/schema.h"

namespace ibid {

enum class TextField : char {
  kBody = 0,
  kHeading = schema::kFieldHeading,
  kTitle = schema::kFieldTitle,
  kEntity = schema::kFieldEntity,
};

// Surface forms have no form prefix. Lemmas and parts have the prefix of stems, since any of them
// may meet any other.
inline std::string form_term(TextField field, FormKind kind, std::string_view text) {
  std::string term;
  term.reserve(text.size() + 2);
  if (field != TextField::kBody) term += static_cast<char>(field);
  switch (kind) {
    case FormKind::kSurface:
      break;
    case FormKind::kStem:
    case FormKind::kLemma:
    case FormKind::kVerb:
    case FormKind::kJoined:
    case FormKind::kPart:
      term += schema::kFormStem;
      break;
    case FormKind::kBigram:
      term += schema::kFormBigram;
      break;
    case FormKind::kGram:
      term += schema::kFormGram;
      break;
    case FormKind::kDesignator:
      term += schema::kFormDesignator;
      break;
  }
  term += text;
  return term;
}

// A value after its prefix, folded: two spellings of a name that differ only in case or width have
// one term.
inline std::string folded_term(std::string_view prefix, std::string_view value) {
  const std::string term = std::string(prefix) + folded_text(value);
  return term.substr(0, schema::kMaxTermBytes);
}

// An exact value after its prefix, cut to the length of a term (at a byte: values are compared, not
// shown).
inline std::string value_term(char prefix, std::string_view value) {
  return prefix + std::string(value.substr(0, schema::kMaxTermBytes));
}

}  // namespace ibid
