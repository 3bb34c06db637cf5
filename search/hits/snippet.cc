// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/snippet.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "corpus/text/display_width.h"

namespace ibid {
namespace {

// A word between white space: exact enough, as the cut must only look right.
struct Piece {
  std::size_t begin, end;
  std::size_t columns;  // with the white space after it
};

std::vector<Piece> split_at_spaces(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n", i);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", end), text.size());
    const std::size_t gap = std::max<std::size_t>(next - end, 1);
    pieces.push_back({begin, end, display_width(text.substr(begin, end - begin)) + gap});
    i = end;
  }
  return pieces;
}

// How good a window is: distinct query words first, the rarer the better; then the place where they
// stand closest, a start at a sentence, matches.
struct Merit {
  double targets = 0;
  bool holds_near = false;
  bool at_sentence = false;
  std::size_t occurrences = 0;
  bool operator>(const Merit& other) const {
    if (std::abs(targets - other.targets) > 1e-9) return targets > other.targets;
    if (holds_near != other.holds_near) return holds_near;
    if (at_sentence != other.at_sentence) return at_sentence;
    return occurrences > other.occurrences;
  }
};

Merit merit_of(std::size_t begin, std::size_t end, bool at_sentence, const SnippetTargets& wanted) {
  const std::vector<Highlight>& highlights = wanted.highlights;
  Merit merit;
  merit.at_sentence = at_sentence;
  merit.holds_near = !wanted.near.empty() && wanted.near.begin >= begin && wanted.near.end <= end;
  std::set<std::size_t> targets;
  auto it = std::lower_bound(highlights.begin(), highlights.end(), begin,
                             [](const Highlight& h, std::size_t at) { return h.range.begin < at; });
  for (; it != highlights.end() && it->range.begin < end; ++it) {
    if (it->range.end > end) continue;
    targets.insert(it->target);
    ++merit.occurrences;
  }
  for (const std::size_t target : targets) {
    merit.targets += target < wanted.weights.size() ? wanted.weights[target] : 1;
  }
  return merit;
}

}  // namespace

std::vector<double> target_weights(const QueryPlan& plan, const IndexView& index) {
  const double documents = std::max<double>(1, statistics(index).documents());
  std::vector<double> weights;
  for (const HighlightWord& word : plan.words) {
    Xapian::doccount most = 0;  // of its forms
    for (const std::string& term : word.terms) {
      most = std::max(most, frequency(index, term));
    }
    weights.push_back(std::log(1 + documents / std::max<double>(1, most)));
  }
  // Words in a row are rarer than any of them.
  weights.insert(weights.end(), plan.phrases.size(), 2 * std::log(1 + documents));
  return weights;
}

std::vector<ByteRange> best_snippet(std::string_view text, const std::vector<ByteRange>& sentences,
                                    const SnippetTargets& targets, std::size_t columns) {
  const std::vector<Piece> pieces = split_at_spaces(text);
  if (pieces.empty()) return {{0, text.size()}};
  std::set<std::uint64_t> sentence_begins;
  for (const ByteRange sentence : sentences) sentence_begins.insert(sentence.begin);
  // Windows worth trying begin at a sentence, or a few words before a highlight.
  constexpr std::size_t kLeadWords = 4;
  std::set<std::size_t> starts{0};
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    if (sentence_begins.contains(pieces[p].begin)) starts.insert(p);
  }
  std::size_t p = 0;
  for (const Highlight& highlight : targets.highlights) {
    while (p + 1 < pieces.size() && pieces[p].end <= highlight.range.begin) ++p;
    starts.insert(p > kLeadWords ? p - kLeadWords : 0);
    starts.insert(p);  // if a wide word leaves no room for others
  }
  std::vector<std::size_t> widths(pieces.size() + 1, 0);
  for (std::size_t i = 0; i < pieces.size(); ++i) widths[i + 1] = widths[i] + pieces[i].columns;
  if (widths.back() - 1 <= columns) return {{0, text.size()}};
  ByteRange best;
  Merit best_merit;
  for (const std::size_t start : starts) {
    const auto past = std::upper_bound(widths.begin(), widths.end(), widths[start] + columns + 1);
    const auto last =
        std::max<std::size_t>(static_cast<std::size_t>(past - widths.begin()) - 1, start + 1);
    const ByteRange window{pieces[start].begin, pieces[last - 1].end};
    const Merit merit =
        merit_of(window.begin, window.end, sentence_begins.contains(window.begin), targets);
    if (best.empty() || merit > best_merit) {
      best = window;
      best_merit = merit;
    }
  }
  return {best};
}

}  // namespace ibid
