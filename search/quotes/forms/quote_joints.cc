// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/forms/quote_joints.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace ibid {
namespace {

// A text without white space at its joints, and what stood there.
class JoinedForm {
 public:
  JoinedForm(const NormalText& form, std::span<const std::uint64_t> joints) {
    auto joint = joints.begin();
    for (const NormalChar& c : form) {
      while (joint != joints.end() && *joint < c.bytes.begin) add_joint(*joint++);
      const bool here = joint != joints.end() && *joint == c.bytes.begin;
      if (here) add_joint(*joint++);
      if (c.ch == U' ' && !places_.empty() && places_.back().before == chars_.size()) {
        places_.back().written = c;
        continue;
      }
      chars_.push_back(c);
    }
  }

  // Takes over how the quotation reads the joints, wherever this piece of it stands.
  void read(const NormalText& quotation, NormalPiece piece) {
    for (std::size_t at = 0; at < chars_.size();) {
      const std::size_t end = match_end(at, quotation, piece);
      at = end > at ? end : at + 1;
    }
  }

  NormalText take() {
    bool changed = false;
    NormalText out;
    auto place = places_.begin();
    for (std::size_t i = 0; i < chars_.size(); ++i) {
      NormalChar c = chars_[i];
      for (; place != places_.end() && place->before == i; ++place) {
        const bool space = place->space.value_or(place->written.has_value());
        if (space != place->written.has_value()) changed = true;
        if (space) {
          out.push_back(place->written.value_or(NormalChar{U' ', {place->at, place->at}}));
        } else {
          c.joined = place->written.has_value();
        }
      }
      out.push_back(c);
    }
    return changed ? out : NormalText();
  }

 private:
  struct Place {
    std::size_t before = 0;             // index into chars_
    std::uint64_t at = 0;               // the joint
    std::optional<NormalChar> written;  // the space there
    std::optional<bool> space;          // whether the quotation has one
  };

  void add_joint(std::uint64_t at) {
    if (!places_.empty() && places_.back().before == chars_.size()) return;
    places_.push_back({chars_.size(), at, {}, {}});
  }

  // Where the piece ends if it begins at `begin`, white space at joints apart; else `begin`.
  std::size_t match_end(std::size_t begin, const NormalText& quotation, NormalPiece piece) {
    if (chars_[begin].ch != quotation[piece.begin].ch) return begin;
    auto place = std::ranges::upper_bound(places_, begin, {}, &Place::before);
    std::vector<std::pair<Place*, bool>> choices;
    std::size_t at = begin;
    for (std::size_t q = piece.begin; q < piece.end; ++q, ++at) {
      if (at == chars_.size()) return begin;
      if (place != places_.end() && place->before == at) {
        const bool space = quotation[q].ch == U' ';
        choices.emplace_back(&*place++, space);
        if (space && ++q == piece.end) return begin;
      }
      if (chars_[at].ch != quotation[q].ch) return begin;
    }
    for (const auto& [chosen, space] : choices) chosen->space = space;
    return at;
  }

  NormalText chars_;
  std::vector<Place> places_;  // ascending
};

}  // namespace

NormalText read_as_quoted(const NormalText& form, std::span<const std::uint64_t> joints,
                          const NormalText& quotation, const std::vector<NormalPiece>& pieces) {
  JoinedForm joined(form, joints);
  for (const NormalPiece piece : pieces) {
    if (piece.end > piece.begin) joined.read(quotation, piece);
  }
  return joined.take();
}

}  // namespace ibid
