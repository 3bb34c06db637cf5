// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/own_names.h"

#include <array>

namespace ibid {
namespace {

constexpr std::array kOwnNames = std::to_array<OwnNames>({
#include "indexer/word_lists/own_names.inc"
});
constexpr std::array kWorldBodies = std::to_array<OwnNames>({
#include "indexer/word_lists/world_bodies.inc"
});
constexpr std::array kKoreanBodies = std::to_array<OwnNames>({
#include "indexer/word_lists/korean_bodies.inc"
});
constexpr std::array kStateOffices = std::to_array<OwnNames>({
#include "indexer/word_lists/state_offices.inc"
});
constexpr std::array kCompanies = std::to_array<OwnNames>({
#include "indexer/word_lists/companies.inc"
});
constexpr std::array kLeaders = std::to_array<OwnNames>({
#include "indexer/word_lists/leaders.inc"
});
constexpr std::array kNamedPlaces = std::to_array<OwnNames>({
#include "indexer/word_lists/named_places.inc"
});

}  // namespace

std::vector<std::span<const OwnNames>> own_names() {
  return {kOwnNames,  kWorldBodies, kKoreanBodies, kStateOffices,
          kCompanies, kLeaders,     kNamedPlaces};
}

}  // namespace ibid
