// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables for the analyzer: a text, one of its words as written, and the forms that it must and must
// not have, each as its kind and text: "stem treati", "designator s400".
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace ibid::testing {

inline const char* kind_name(FormKind kind) {
  switch (kind) {
    case FormKind::kSurface:
      return "surface";
    case FormKind::kStem:
      return "stem";
    case FormKind::kLemma:
      return "lemma";
    case FormKind::kVerb:
      return "verb";
    case FormKind::kPart:
      return "part";
    case FormKind::kBigram:
      return "bigram";
    case FormKind::kGram:
      return "gram";
    case FormKind::kDesignator:
      return "designator";
    case FormKind::kJoined:
      return "joined";
  }
  return "";
}

struct AnalyzedWord {
  std::string written;
  std::string surface;
  std::set<std::string> forms;
  Weightiness weightiness = Weightiness::kContent;
};

inline std::vector<AnalyzedWord> analyzed(std::string_view text,
                                          const std::vector<ByteRange>& skip = {}) {
  Analyzer analyzer;
  Analysis analysis;
  analyzer.analyze(text, skip, analysis);
  std::vector<AnalyzedWord> words;
  for (const Word& word : analysis.words) {
    AnalyzedWord made;
    made.written = text.substr(word.begin, word.end - word.begin);
    made.surface = analysis.surface(word);
    made.weightiness = word.weightiness;
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      made.forms.insert(std::string(kind_name(form->kind)) + " " +
                        std::string(analysis.text(*form)));
    }
    words.push_back(std::move(made));
  }
  return words;
}

// The surface forms in order.
inline std::vector<std::string> surfaces(std::string_view text,
                                         const std::vector<ByteRange>& skip = {}) {
  std::vector<std::string> list;
  for (const AnalyzedWord& word : analyzed(text, skip)) list.push_back(word.surface);
  return list;
}

struct FormCase {
  std::string text;
  std::string word;  // as written; the first such word of the text
  std::vector<std::string> must;
  std::vector<std::string> must_not;
};

inline void check_forms(const std::vector<FormCase>& cases) {
  for (const FormCase& c : cases) {
    const AnalyzedWord* found = nullptr;
    const std::vector<AnalyzedWord> words = analyzed(c.text);
    std::string all;
    for (const AnalyzedWord& word : words) {
      if (found == nullptr && word.written == c.word) found = &word;
      all += " [" + word.written + "]";
    }
    if (found == nullptr) {
      ADD_FAILURE() << "\"" << c.text << "\" has no word " << c.word << " but" << all;
      continue;
    }
    std::string has;
    for (const std::string& form : found->forms) has += " [" + form + "]";
    for (const std::string& form : c.must) {
      EXPECT_TRUE(found->forms.contains(form))
          << "\"" << c.text << "\": " << form << " not in" << has;
    }
    for (const std::string& form : c.must_not) {
      EXPECT_FALSE(found->forms.contains(form)) << "\"" << c.text << "\": " << form << " in" << has;
    }
  }
}

}  // namespace ibid::testing
