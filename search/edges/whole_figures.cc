// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/edges/whole_figures.h"

#include <algorithm>
#include <string>

#include "indexer/quantities/quantity.h"
#include "indexer/quantities/quantity_words.h"
#include "search/edges/figure_extent.h"
#include "search/edges/figure_number.h"
#include "search/edges/figure_text.h"

namespace ibid {
namespace {

class FigureFinder {
 public:
  explicit FigureFinder(const FigureText& text) : text_(text) {}

  std::vector<ByteRange> find() {
    std::vector<ByteRange> figures;
    for (std::size_t i = 0; i < text_.size();) {
      const Figure figure = whole_at(i);
      if (figure.end <= i) {
        ++i;
        continue;
      }
      const std::size_t begin = std::min(begin_with_heads(text_, figure), i);
      figures.push_back(text_.bytes(begin, figure.end));
      i = figure.end;
    }
    return figures;
  }

 private:
  // With the other end of its range.
  Figure whole_at(std::size_t i) const {
    Figure figure = figure_at(text_, i);
    while (figure.end != 0) {
      const Figure other = other_end(figure);
      if (other.end <= figure.end) break;
      figure.end = other.end;
      figure.has_unit = other.has_unit;
      figure.is_year = other.is_year;
    }
    return figure;
  }

  Figure number_at(std::size_t i) const {
    const std::size_t at = past_sign(text_, i);
    const bool free = at != i || text_.begins_word(at) || text_.is_digit(at);
    return free ? figure_at(text_, at) : Figure{};
  }

  Figure other_end(const Figure& figure) const {
    const std::size_t end = figure.end;
    const std::size_t next = text_.past_spaces(end);
    if (is_tilde(text_.at(next))) return number_at(text_.past_spaces(next + 1));
    const bool dash = text_.is_hyphen(end) || text_.at(end) == U'—';
    if (dash && (text_.is_digit(end + 1) || past_sign(text_, end + 1) != end + 1)) {
      return number_at(end + 1);
    }
    if (text_.is_hyphen(next) && text_.is_space(next + 1) && !figure.has_unit) {
      const std::size_t second = text_.past_spaces(next + 1);
      if (past_sign(text_, second) != second || text_.is_digit(second)) return number_at(second);
    }
    if (text_.is_hangul(next)) return korean_other_end(figure, next);
    if (text_.at(next) == U'x' || text_.at(next) == U'×' || text_.at(next) == U'±') {
      const std::size_t second = text_.past_spaces(next + 1);
      return text_.is_digit(second) ? number_at(second) : Figure{};
    }
    return next > end ? english_other_end(figure, next) : Figure{};
  }

  // "10 to 20 percent", "two or three", "7 out of 10", "one in five", "between 10 and 20".
  Figure english_other_end(const Figure& figure, std::size_t next) const {
    const std::string word = text_.letters_from(next);
    if (word != "to" && word != "or" && word != "and" && word != "out" && word != "in") return {};
    std::size_t at = 0;
    for (const char* words : {"out of every", "in every", "out of"}) {
      if (text_.has_words(next, words, at)) return number_at(text_.past_spaces(at));
    }
    const Figure other = number_at(text_.past_spaces(next + word.size()));
    if (other.end == 0 || other.is_part) return {};
    if (word == "in")
      return figure.in_digits || figure.has_unit || other.is_year ? Figure{} : other;
    if (figure.has_unit || (figure.is_year && !other.is_year)) return {};
    const std::size_t begin = begin_with_heads(text_, figure);
    const std::string before = begin > 0 ? text_.word_before(begin - 1) : std::string();
    if (word == "and") return before == "between" ? other : Figure{};
    return before == "from" && !other.has_unit ? Figure{} : other;
  }

  // 10에서 20%, 3 대 2.
  Figure korean_other_end(const Figure& figure, std::size_t next) const {
    std::size_t at = 0;
    for (const char* words : {"에서", "내지", "또는", "혹은"}) {
      if (figure.has_unit || !text_.has_words(next, words, at)) continue;
      const Figure other = number_at(text_.past_spaces(at));
      return other.has_unit ? other : Figure{};
    }
    const bool score = figure.in_digits && text_.at(next) == U'대' && !text_.is_hangul(next + 1);
    return score ? number_at(text_.past_spaces(next + 1)) : Figure{};
  }

  static bool is_tilde(char32_t c) { return c == U'~' || c == U'∼' || c == U'〜'; }

  const FigureText& text_;
};

bool before(ByteRange a, ByteRange b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

}  // namespace

std::vector<ByteRange> whole_figures(std::string_view text) {
  std::vector<ByteRange> all = FigureFinder(FigureText(text)).find();
  std::vector<Quantity> quantities;
  find_quantities(text, {}, quantities);
  for (const Quantity& quantity : quantities) all.push_back(quantity.range);
  std::sort(all.begin(), all.end(), before);
  std::vector<ByteRange> figures;
  for (const ByteRange range : all) {
    if (!figures.empty() && range.begin < figures.back().end) {
      figures.back().end = std::max(figures.back().end, range.end);
    } else {
      figures.push_back(range);
    }
  }
  return figures;
}

bool cuts_figure(const std::vector<ByteRange>& figures, std::size_t at) {
  const auto after = std::upper_bound(figures.begin(), figures.end(), at,
                                      [](std::size_t place, ByteRange f) { return place < f.end; });
  return after != figures.end() && after->begin < at;
}

}  // namespace ibid
