// SPDX-License-Identifier: GPL-2.0-or-later
//
// find_passages INDEX FOLDER QUERY: indexes the reports of a folder, and prints the passages that
// match, with their bytes and the sources they cite. Exit codes: 0 found, 1 nothing found, 2 error.
#include <ibid/corpus/error.h>
#include <ibid/indexer/update/update.h>
#include <ibid/search/hits/searcher.h>
#include <ibid/search/open/open_index.h>

#include <iostream>
#include <vector>

int main(int argc, char** argv) try {
  if (argc != 4) throw ibid::Error(ibid::ErrorKind::kUsage, "find_passages INDEX FOLDER QUERY");
  ibid::UpdateOptions update;
  update.index_dir = argv[1];
  update.paths = {argv[2]};
  const std::vector<ibid::Problem> problems = ibid::update_index(update).problems;
  for (const ibid::Problem& problem : problems) {
    std::cerr << problem.path << ": " << problem.message << '\n';
  }
  ibid::OpenIndex index(argv[1]);
  ibid::Searcher searcher(index);
  const ibid::SearchResult result = searcher.search(argv[3], {});
  for (const ibid::Hit& hit : result.hits) {
    std::cout << hit.passage.permalink << ' ' << hit.passage.bytes.begin << '-'
              << hit.passage.bytes.end;
    for (const ibid::Citation& citation : hit.passage.citations)
      std::cout << ' ' << citation.source;
    std::cout << '\n';
  }
  if (!problems.empty()) return 2;  // the answer may lack passages
  return result.hits.empty() ? 1 : 0;
} catch (const ibid::Error& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
