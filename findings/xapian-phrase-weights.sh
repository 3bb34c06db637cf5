#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Xapian 1.4.22 (Debian libxapian30 1.4.22-1), one database on disk, no remote server.
# Expected: the weight of a document under OP_OR is the sum of the weights of the branches that match
# it, also if an OP_FILTER is around the OR.
# Seen: with an OP_PHRASE as a branch, below an OP_FILTER with a range of values, a document that has
# the words of the phrase apart gets the phrase's weight. The phrase has turned it down in check(),
# and the OR adds up its two sides all the same. An OP_AND_MAYBE with everything, at weight 0, around
# the phrase keeps the OR from asking so, and all weights are right.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download libxapian-dev=1.4.22-1 libxapian30=1.4.22-1 >/dev/null
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libxapian.so.30' | head -1)")
cat > weights.cc <<'C'
#include <xapian.h>

#include <cmath>
#include <iostream>
#include <map>
#include <string>
#include <vector>
using Xapian::Query;
using Weights = std::map<Xapian::docid, double>;
static Weights weights(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, 1000, database.get_doccount());
  Weights out;
  for (auto hit = found.begin(); hit != found.end(); ++hit) out[*hit] = hit.get_weight();
  return out;
}
int main() {
  Xapian::WritableDatabase database("db", Xapian::DB_CREATE_OR_OVERWRITE);
  unsigned state = 7;
  const auto below = [&](unsigned n) { return (state = state * 1103515245 + 12345) / 65536 % n; };
  for (int i = 0; i < 400; ++i) {
    Xapian::Document document;
    for (int word = 0; word < 30; ++word) {
      document.add_posting(std::string(1, static_cast<char>('a' + below(12))), word);
    }
    document.add_value(0, std::to_string(below(10)));
    database.add_document(document);
  }
  database.commit();
  const Query all(Query::OP_SCALE_WEIGHT, Query::MatchAll, 0.0);
  const Query range(Query::OP_VALUE_RANGE, 0, "3", "7");
  int wrong = 0, wrong_wrapped = 0;
  for (char a = 'a'; a < 'k'; ++a) {
    const auto term = [](char c) { return Query(std::string(1, c)); };
    const Query phrase(Query::OP_PHRASE, term(a), term(static_cast<char>(a + 1)));
    const Query wrapped(Query::OP_AND_MAYBE, phrase, all);
    const std::vector<Query> others = {term('a'), term('c'), term('f'), term('l')};
    Weights right = weights(database, phrase);
    for (const Query& other : others) {
      for (const auto& [document, weight] : weights(database, other)) right[document] += weight;
    }
    for (const Query& last : {phrase, wrapped}) {
      std::vector<Query> branches = others;
      branches.push_back(last);
      const Query any(Query::OP_OR, branches.begin(), branches.end());
      int& count = last.get_type() == Query::OP_AND_MAYBE ? wrong_wrapped : wrong;
      for (const auto& [document, weight] :
           weights(database, Query(Query::OP_FILTER, any, range))) {
        if (std::abs(weight - right[document]) > 1e-9) ++count;
      }
    }
  }
  std::cout << Xapian::version_string() << ": wrong weights " << wrong << ", wrapped "
            << wrong_wrapped << "\n";
  return wrong > 0 && wrong_wrapped == 0 ? 0 : 1;
}
C
c++ -std=c++17 -O1 -Iroot/usr/include weights.cc -o weights "$lib/libxapian.so.30" -Wl,-rpath,"$PWD/$lib"
./weights
