// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid-phrase-proof INDEX PASSAGES [EVERY]: searches for every distinct two-word phrase of the
// passages (with a third argument, only every EVERY-th), and a sample of longer phrases and of
// neighbours, in an index made by `ibid-bench index INDEX default PASSAGES`. Exit code 1 if an
// answer differs from a scan.
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "search/open/open_index.h"
#include "tests/support/phrase_proof.h"

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: ibid-phrase-proof INDEX PASSAGES [EVERY]\n", stderr);
    return 2;
  }
  try {
    std::vector<ibid::testing::IdAndText> passages;
    std::ifstream in(argv[2]);
    for (std::string line; std::getline(in, line);) {
      const std::size_t tab = line.find('\t');
      if (tab != std::string::npos)
        passages.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    ibid::testing::ProofOptions options;
    if (argc > 3) options.every_pair = std::stoul(argv[3]);
    ibid::OpenIndex index(argv[1]);
    ibid::Searcher searcher(index);
    const auto result = ibid::testing::prove_phrases(searcher, passages, options);
    for (const std::string& line : result.shown) std::printf("%s\n", line.c_str());
    std::printf(
        "passages %zu, two-word phrases %zu, longer ones %zu, neighbours %zu, passages found %zu, "
        "differences %zu\n",
        passages.size(), result.pairs, result.longer, result.near, result.hits, result.differences);
    return result.differences == 0 && result.pairs > 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ibid-phrase-proof: %s\n", error.what());
    return 2;
  }
}
