// SPDX-License-Identifier: GPL-2.0-or-later
//
// Statements of a summary or conclusion that the body does not have.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "corpus/text/code_points.h"
#include "search/audit/rules/body_text.h"
#include "search/audit/rules/rule_groups.h"
#include "search/audit/sentences/sourceless_texts.h"

namespace ibid {
namespace {

bool is_outer(const StoredPassage& passage) {
  return passage.kind == PassageKind::kSummary || passage.kind == PassageKind::kConclusion;
}

// A sentence of the summary, with what its words weigh.
class Statement {
 public:
  Statement(const StoredPassage& passage, const AuditSentence& sentence, StemWeights& weights,
            BilingualNames& names)
      : passage_(passage), sentence_(sentence), names_(names) {
    for (const ContentWord& word : sentence.words) weights_.push_back(weights.of(word.stem));
  }

  // The share of its weight that the text says.
  double share_in(const BodyText& text) const {
    double all = 0, said = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      all += weights_[i];
      if (text.says(sentence_, sentence_.words[i], names_)) said += weights_[i];
    }
    return all > 0 ? said / all : 1;
  }

  // The heaviest figure or name that the text does not have, as it is written. Of other words the
  // text may have another for the same thing.
  std::string missing_in(const BodyText& text) const {
    double heaviest = 0;
    std::string missing;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      const ContentWord& word = sentence_.words[i];
      if (weights_[i] <= heaviest || !is_name_or_figure(i)) continue;
      if (text.says(sentence_, word, names_)) continue;
      heaviest = weights_[i];
      missing = written(word);
    }
    return missing;
  }

 private:
  bool is_name_or_figure(std::size_t i) const {
    const ContentWord& word = sentence_.words[i];
    const char first = passage_.text[word.text.begin];
    const bool capital = first >= 'A' && first <= 'Z' && i > 0;
    return capital || is_ascii_digit(first) || !names_.others(word.stem).empty();
  }

  std::string written(const ContentWord& word) const {
    for (const Quantity& figure : sentence_.quantities) {
      if (overlaps(figure.range, word.text)) {
        return std::string(slice(passage_.text, figure.range));
      }
    }
    return std::string(slice(passage_.text, word.text));
  }

  const StoredPassage& passage_;
  const AuditSentence& sentence_;
  BilingualNames& names_;
  std::vector<double> weights_;  // of the sentence's words
};

// The body of a report.
class Body {
 public:
  explicit Body(const ReportView& view) : view_(view) {
    add([this](std::size_t) -> BodyText& { return all_; });
  }

  const BodyText& all() const { return all_; }

  // The share of the statement that the passage says that says most of it. Most statements are in
  // the body as a whole, and nobody asks.
  double share_in_one(const Statement& statement) {
    if (passages_.empty()) {
      passages_.resize(view_.passages.size());
      add([this](std::size_t passage) -> BodyText& { return passages_[passage]; });
    }
    double nearest = 0;
    for (const BodyText& text : passages_) {
      if (!text.empty()) nearest = std::max(nearest, statement.share_in(text));
    }
    return nearest;
  }

 private:
  // `text_of(passage)`: where its text is added.
  template <class TextOf>
  void add(const TextOf& text_of) {
    for (std::size_t i = 0; i < view_.passages.size(); ++i) {
      if (needs_source(view_, i)) text_of(i).add(view_.passages[i]);
    }
    for (const AuditSentence& sentence : view_.sentences) {
      if (needs_source(view_, sentence.passage)) text_of(sentence.passage).add(sentence);
    }
  }

  const ReportView& view_;
  BodyText all_;
  std::vector<BodyText> passages_;  // empty ones for others; none until they are asked for
};

}  // namespace

// A sentence has a counterpart if one body passage holds kOne of its weight, or the whole body
// kAll: a summary puts several passages into one sentence, in its own words; one without a figure
// or date more often does. Sentences with fewer than kFewestWords say too little to judge.
void find_unsupported_summary(const ReportView& view, AuditState& state, Findings& out) {
  constexpr double kOne = 0.35, kAll = 0.5, kAllWithoutFigure = 0.4, kPercent = 100;
  constexpr std::size_t kFewestWords = 5;
  Body body(view);
  if (body.all().empty()) return;
  for (const AuditSentence& sentence : view.sentences) {
    const StoredPassage& passage = view.passages[sentence.passage];
    if (!is_outer(passage) || sentence.cited || sentence.words.size() < kFewestWords ||
        sentence.own || speaks_of_its_text(slice(passage.text, sentence.text))) {
      continue;
    }
    const Statement statement(passage, sentence, state.weights, state.names);
    const double enough = sentence.quantities.empty() ? kAllWithoutFigure : kAll;
    if (statement.share_in(body.all()) >= enough) continue;
    const double nearest = body.share_in_one(statement);
    if (nearest >= kOne) continue;
    const std::string missing = statement.missing_in(body.all());
    std::string message =
        fmt::format("no passage of the body has more than {:.0f} % of its words, by weight",
                    std::ceil(nearest * kPercent));
    if (!missing.empty()) message += "; \"" + missing + "\" is nowhere in it";
    out.push_back(make_finding(rule::kUnsupportedSummary, std::move(message),
                               location_in(view, passage, sentence.text)));
  }
}

}  // namespace ibid
