// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/package_parts.h"

#include <fmt/core.h>

#include "corpus/xml/parse_xml.h"

namespace ibid {
namespace {

class RelationshipHandler : public XmlHandler {
 public:
  RelationshipHandler(Archive& archive, std::string_view source)
      : archive_(archive), source_(source) {}
  void start(const XmlElement& element) override {
    if (element.name != "Relationship") return;
    Relationship found;
    found.id = element.value("Id");
    const std::string_view type = element.value("Type");
    found.type = type.substr(type.rfind('/') + 1);
    found.external = element.value("TargetMode") == "External";
    const std::string_view target = element.value("Target");
    found.target = found.external ? std::string(target)
                                  : archive_.find_any_case(resolved_name(source_, target));
    relationships.push_back(std::move(found));
  }
  void end(std::string_view, std::string_view) override {}
  void text(std::string_view, ByteRange) override {}

  std::vector<Relationship> relationships;

 private:
  Archive& archive_;
  std::string_view source_;
};

}  // namespace

std::vector<Relationship> relationships_of(Archive& archive, std::string_view name,
                                           const ReaderLimits& limits) {
  const std::size_t slash = name.rfind('/');
  const std::string_view folder = slash == name.npos ? "" : name.substr(0, slash + 1);
  const std::string_view file = slash == name.npos ? name : name.substr(slash + 1);
  const std::string part = archive.find_any_case(fmt::format("{}_rels/{}.rels", folder, file));
  if (part.empty()) return {};
  RelationshipHandler handler(archive, name);
  parse_xml(part, archive.read(part), handler, limits);
  return std::move(handler.relationships);
}

std::string first_target(const std::vector<Relationship>& relationships, std::string_view type) {
  for (const Relationship& relationship : relationships) {
    if (relationship.type == type && !relationship.external) return relationship.target;
  }
  return "";
}

}  // namespace ibid
