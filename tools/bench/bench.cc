// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid-bench: the product's own analyzer, writer and searcher, behind the command line that the
// peer benchmark uses for every engine.
//
//   ibid-bench index INDEX VARIANT PASSAGES         passages: id TAB text, one per line
//   ibid-bench search INDEX VARIANT QUERIES RUN PASSES words|phrase
//   ibid-bench one INDEX VARIANT QUERY
//   ibid-bench similar INDEX VARIANT PASSAGES RUN   runs `ibid similar` for each passage
//   ibid-bench answers INDEX QUERIES PASSES         CPU of ten hits as JSON lines, as a server
//   answers ibid-bench profile INDEX PASSAGES               makes an index on one thread, times
//   each stage
//
// VARIANT is "default", or for searches "literal": words as typed, without aliases.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "tools/bench/bench_answers.h"
#include "tools/bench/bench_build.h"
#include "tools/bench/bench_search.h"

namespace {

using namespace ibid::bench;

int run(const std::vector<std::string>& args) {
  if (args.size() == 4 && args[0] == "index") return index(args[1], args[3]);
  if (args.size() == 3 && args[0] == "profile") return profile(args[1], args[2]);
  if (args.size() == 7 && args[0] == "search") {
    return search(args[1], args[2], args[3], args[4], std::stoi(args[5]),
                  args[6] == "phrase" ? QueryKind::kPhrase : QueryKind::kWords);
  }
  if (args.size() == 5 && args[0] == "similar") return similar(args[1], args[2], args[3], args[4]);
  if (args.size() == 6 && args[0] == "throughput") {
    return throughput(args[1], args[2], args[3], std::stoi(args[4]), std::stod(args[5]));
  }
  if (args.size() == 4 && args[0] == "answers") {
    return answers(args[1], args[2], std::stoi(args[3]));
  }
  if (args.size() == 4 && args[0] == "one") return one(args[1], args[2], args[3]);
  std::fputs(
      "usage: ibid-bench index  INDEX default PASSAGES\n"
      "       ibid-bench search INDEX default|literal QUERIES RUN PASSES words|phrase\n"
      "       ibid-bench one    INDEX default|literal QUERY\n"
      "       ibid-bench similar INDEX default PASSAGES RUN\n"
      "       ibid-bench throughput INDEX default|literal QUERIES THREADS SECONDS\n"
      "       ibid-bench answers INDEX QUERIES PASSES\n"
      "       ibid-bench profile INDEX PASSAGES\n",
      stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ibid-bench: %s\n", error.what());  // throws nothing, unlike fmt::print
    return 2;
  }
}
