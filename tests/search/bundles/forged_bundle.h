// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bundles whose files were changed, with all hashes made again.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace ibid::testing {

using BundleFiles = std::map<std::string, std::string>;
using Forgery = std::function<void(BundleFiles& files, nlohmann::ordered_json& manifest)>;

std::string forged(const std::string& bundle, const Forgery& change);

std::string replaced(std::string text, const std::string& old, const std::string& now);

// The text of the report in the bundle says something else, and the passage, too.
void say(BundleFiles& files, nlohmann::ordered_json& manifest, const std::string& old,
         const std::string& now);

}  // namespace ibid::testing
