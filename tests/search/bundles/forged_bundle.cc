// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/search/bundles/forged_bundle.h"

#include <gtest/gtest.h>

#include <vector>

#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"
#include "search/bundles/bundle.h"

namespace ibid::testing {

using Json = nlohmann::ordered_json;

std::string forged(const std::string& bundle, const Forgery& change) {
  BundleFiles files;
  std::vector<std::string> names;
  for (const BundleEntry& entry : read_bundle_archive(bundle).entries) {
    names.emplace_back(entry.name);
    files[names.back()] = entry.bytes;
  }
  Json manifest = Json::parse(files[kManifestName]);
  change(files, manifest);
  for (Json& file : manifest["files"]) {
    const std::string& bytes = files[file["name"].get<std::string>()];
    file["size"] = bytes.size();
    file["sha256"] = sha256_hex(bytes);
  }
  files[kManifestName] = manifest.dump(2) + "\n";
  std::string& sums = files[kSumsName];
  sums = sha256_hex(files[kManifestName]) + "  " + kManifestName + "\n";
  for (const Json& file : manifest["files"]) {
    sums += file["sha256"].get<std::string>() + "  " + file["name"].get<std::string>() + "\n";
  }
  std::vector<BundleFile> out;
  for (const std::string& name : names) out.push_back({name, files[name]});
  return write_bundle_archive(out);
}

std::string replaced(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), now);
}

void say(BundleFiles& files, Json& manifest, const std::string& old, const std::string& now) {
  Json& report = manifest["reports"][0];
  std::string& text = files[report["text_file"].get<std::string>()];
  text = replaced(text, old, now);
  report["text_sha256"] = sha256_hex(text);
  for (Json& passage : manifest["passages"]) {
    Json& selector = passage["selectors"][0];
    Json& quote = selector.contains("refinedBy") ? selector["refinedBy"] : selector;
    for (const char* side : {"prefix", "suffix"}) {
      const std::string beside = quote[side].get<std::string>();
      if (beside.find(old) != std::string::npos) quote[side] = replaced(beside, old, now);
    }
    std::string said = passage["text"].get<std::string>();
    if (said.find(old) == std::string::npos) continue;
    said = replaced(said, old, now);
    passage["text"] = said;
    passage["text_sha256"] = passage["sha256"] = sha256_hex(said);
    passage["permalink"] = permalink(passage["id"].get<std::string>(), said, HashRule::kWords);
    quote["exact"] = said;
  }
}

}  // namespace ibid::testing
