// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a figure or a day of a passage is said of: its clause, the names and topics beside it, its
// period, and how much of the claim stands there. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "search/claims/parts/unit_occurrences.h"

namespace ibid {

struct StatedValue {
  ByteRange text, clause, sentence;    // of the passage
  const Quantity* quantity = nullptr;  // or
  const NamedDay* day = nullptr;       // lender of both: the Compared
};

// `compared` is lent for the object's life.
class ValueContext {
 public:
  explicit ValueContext(const Compared& compared)
      : compared_(compared), claim_(compared.claim), passage_(compared.passage) {}

  bool is_value(std::size_t unit) const;  // a figure or a date
  bool is_day(std::size_t unit) const;    // a date or a year

  StatedValue value_at(ByteRange text, const Quantity* quantity, const NamedDay* day) const;

  // How much of the claim's names and words stands with the value, 0 to 1: all that counts in its
  // clause, less in its sentence, least elsewhere in the passage and in its titles.
  double support(const StatedValue& value) const;
  // The same of one unit; more than kInPassage: in the sentence.
  double presence(std::size_t unit, const StatedValue& value) const;
  static constexpr double kInSentence = 0.75, kInPassage = 0.5, kInPart = 0.6;

  // Another year, month or day than the claim's stands beside it.
  bool has_another_period(std::size_t unit, const StatedValue& value) const;
  // A name that the claim does not have stands nearer to it than any of the claim's.
  bool has_another_name(const StatedValue& value) const;
  // Korean: its topic or subject is none of the claim's words.
  bool has_another_topic(const StatedValue& value) const;
  // It is said of another: its sentence has none of the claim's names and another one in their
  // place, and the passage has one of the claim's elsewhere.
  bool is_of_another(const StatedValue& value) const;

 private:
  bool has_rival_topic(const StatedValue& value) const;
  bool is_rival(const Word& word) const;
  std::size_t topic_before(const StatedValue& value) const;
  ByteRange clause_at(ByteRange value, ByteRange sentence) const;
  bool in_clause(std::uint64_t begin, std::uint64_t end) const;
  bool joins(const Word& word) const;
  bool has_day(ByteRange range, const StatedValue& value) const;
  std::string year_of(const StatedValue& value) const;
  bool clause_has_name(const StatedValue& value) const;
  bool is_capitalised(const Word& word) const;
  bool is_of_claim(const Word& word) const;
  bool follows_preposition(std::size_t word) const;

  const Compared& compared_;
  const ClaimText& claim_;
  const PassageWords& passage_;
};

}  // namespace ibid
