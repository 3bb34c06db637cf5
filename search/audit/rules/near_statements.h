// SPDX-License-Identifier: GPL-2.0-or-later
//
// The statements of one report, to find those that may be about the same thing as another: of the
// same kind and unit, with nearly the same figure, with words in common. A report may have
// thousands of figures, so most pairs are never looked at, and the others are compared as numbers.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "search/audit/rules/quantity_statements.h"
#include "search/index/take_report.h"

namespace ibid {

class NearStatements {
 public:
  // Calls `take` for those of the earlier ones that may be about the same thing as this one, in the
  // order in which they came, until it stops; all for which same_thing() finds words are among
  // them. `statement` is lent for the object's life.
  void add(const Statement& statement, const std::function<Next(const Statement&)>& take);

 private:
  using Numbers = std::vector<std::uint32_t>;  // of strings, ascending
  struct Sketch {
    const Statement* statement = nullptr;
    double value = 0;
    std::uint32_t quantity = 0;
    Numbers stems, nearby, names, years, quantities;
  };
  // Kind, unit, what is counted, and the class of the value.
  using Group = std::tuple<QuantityKind, std::string, std::string, int>;

  Sketch sketch_of(const Statement& statement);
  std::uint32_t number_of(const std::string& text);
  Numbers numbers_of(const std::set<std::string>& texts);
  static bool may_be_same(const Sketch& a, const Sketch& b);

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Sketch> sketches_;
  std::map<Group, std::vector<std::uint32_t>> groups_;  // of sketches_, ascending
};

}  // namespace ibid
