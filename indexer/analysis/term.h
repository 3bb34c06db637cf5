// SPDX-License-Identifier: GPL-2.0-or-later
//
// Form -> term: the one place that puts field and form prefixes before a form's text.
#pragma once

#include <string>
#include <string_view>

#include "indexer/analysis/token.h"
#include "indexer/schema.h"

namespace ibid {

enum class TextField : char {
  kBody = 0,
  kHeading = schema::kFieldHeading,
  kTitle = schema::kFieldTitle,
  kEntity = schema::kFieldEntity,
};

// Surface forms have no form prefix; lemmas and parts share the stems' one, since any of them may
// meet any other.
inline std::string form_term(TextField field, FormKind kind, std::string_view text) {
  std::string term;
  term.reserve(text.size() + 2);
  if (field != TextField::kBody) term += static_cast<char>(field);
  switch (kind) {
    case FormKind::kSurface:
      break;
    case FormKind::kStem:
    case FormKind::kLemma:
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

// An exact value under its prefix, cut to what a term can hold (at a byte: values are compared, not
// shown).
inline std::string value_term(char prefix, std::string_view value) {
  return prefix + std::string(value.substr(0, schema::kMaxTermBytes));
}

}  // namespace ibid
