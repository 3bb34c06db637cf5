#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Xapian 1.4.22 (Debian libxapian30 and xapian-tools 1.4.22-1), two databases behind xapian-tcpsrv.
# Expected: a ValueCountMatchSpy over a match that goes through all documents counts each once.
# Seen: if the hits are sorted by relevance and then by a value, some documents of the page are
# counted twice: at their server, and again where the pages are put together. Sorted by relevance
# alone, or with no hits asked for, the counts are right.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
servers=()
trap 'kill "${servers[@]}" 2>/dev/null; rm -rf "$folder"' EXIT
cd "$folder"
apt-get download libxapian-dev=1.4.22-1 libxapian30=1.4.22-1 xapian-tools=1.4.22-1 >/dev/null
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libxapian.so.30' | head -1)")
cat > facets.cc <<'C'
#include <xapian.h>

#include <cstdlib>
#include <iostream>
#include <string>
static void make(const std::string& path, int first) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE);
  for (int i = first; i < 400; i += 2) {
    Xapian::Document document;
    document.add_term("x", 1 + i % 7);
    document.add_value(1, std::to_string(1000 + i));
    document.add_value(2, std::to_string(i % 4));
    database.add_document(document);
  }
}
static unsigned counted(const Xapian::Database& database, bool by_value, unsigned hits) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query("x"));
  if (by_value) enquire.set_sort_by_relevance_then_value(1, false);
  Xapian::ValueCountMatchSpy spy(2);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, hits, 400);
  unsigned sum = 0;
  for (auto at = spy.values_begin(); at != spy.values_end(); ++at) sum += at.get_termfreq();
  return sum;
}
int main(int argc, char** argv) {
  if (argc < 3) {
    make("a", 0);
    make("b", 1);
    return 0;
  }
  Xapian::Database both;
  for (int i : {1, 2}) {
    both.add_database(Xapian::Remote::open("127.0.0.1", std::atoi(argv[i])));
  }
  const unsigned sorted = counted(both, true, 10), ranked = counted(both, false, 10),
                 none = counted(both, true, 0);
  std::cout << Xapian::version_string() << ": of 400 documents, counted " << sorted
            << " sorted by value, " << ranked << " by relevance alone, " << none
            << " without hits\n";
  return sorted > 400 && ranked == 400 && none == 400 ? 0 : 1;
}
C
c++ -std=c++17 -O1 -Iroot/usr/include facets.cc -o facets "$lib/libxapian.so.30" -Wl,-rpath,"$PWD/$lib"
./facets
ports=()
for database in a b; do
  port=$((20000 + RANDOM % 20000))
  # A server that is told to end ends its whole process group.
  LD_LIBRARY_PATH="$lib" setsid root/usr/bin/xapian-tcpsrv --quiet --interface 127.0.0.1 --port "$port" \
    "$database" &
  servers+=($!)
  ports+=("$port")
done
sleep 1
./facets "${ports[@]}"
