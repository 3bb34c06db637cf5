// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/record_packing.h"

#include <zstd.h>

#include <algorithm>
#include <memory>
#include <new>

#include "indexer/records/record_bytes.h"
#include "indexer/records/record_dictionaries.h"
#include "indexer/system/memory_check.h"

namespace ibid {
namespace {

constexpr int kLevel = 2;                    // 3 takes half as long again and packs no better
constexpr std::size_t kShortest = 64;        // bytes; fewer gain nothing
constexpr std::size_t kLanguageBytes = 512;  // enough to detect the language
constexpr std::string_view kMagic{"\x28\xB5\x2F\xFD", 4};
// A block of a frame has at least four bytes and makes at most 128 KiB.
constexpr std::uint64_t kMostOfAByte = (128 << 10) / 4;
constexpr std::uint64_t kMostUnpacked = std::uint64_t{1} << 30;  // bytes

template <auto free>
struct Freed {
  template <class T>
  void operator()(T* pointer) const {
    free(pointer);
  }
};
template <class T, auto free>
using Owned = std::unique_ptr<T, Freed<free>>;

template <class T>
T* made(T* pointer) {
  if (pointer == nullptr) throw std::bad_alloc();
  return pointer;
}

using PackDictionary = Owned<ZSTD_CDict, ZSTD_freeCDict>;
using UnpackDictionary = Owned<ZSTD_DDict, ZSTD_freeDDict>;

PackDictionary to_pack_with(std::string_view dictionary) {
  constexpr std::size_t kMostOfADictionary = 256 << 10;  // bytes; ZSTD_sizeof_CDict(): 162280
  expect_memory(kMostOfADictionary);
  return PackDictionary(made(ZSTD_createCDict(dictionary.data(), dictionary.size(), kLevel)));
}

UnpackDictionary to_unpack_with(std::string_view dictionary) {
  return UnpackDictionary(made(ZSTD_createDDict(dictionary.data(), dictionary.size())));
}

const ZSTD_CDict* pack_dictionary(Packing packing) {
  static const PackDictionary english = to_pack_with(kEnglishDictionary);
  static const PackDictionary korean = to_pack_with(kKoreanDictionary);
  return packing == Packing::kKorean ? korean.get() : english.get();
}

const ZSTD_DDict* unpack_dictionary(Packing packing) {
  static const UnpackDictionary english = to_unpack_with(kEnglishDictionary);
  static const UnpackDictionary korean = to_unpack_with(kKoreanDictionary);
  return packing == Packing::kKorean ? korean.get() : english.get();
}

// Korean passages have three bytes a syllable that are not ASCII, and one for a character between.
Packing language_of(std::string_view fields) {
  const std::string_view head = fields.substr(0, kLanguageBytes);
  const auto others = std::count_if(head.begin(), head.end(),
                                    [](char c) { return static_cast<signed char>(c) < 0; });
  return static_cast<std::size_t>(others) * 10 > head.size() * 3 ? Packing::kKorean
                                                                 : Packing::kEnglish;
}

ZSTD_CCtx* packer() {
  thread_local const Owned<ZSTD_CCtx, ZSTD_freeCCtx> context = [] {
    Owned<ZSTD_CCtx, ZSTD_freeCCtx> made_here(made(ZSTD_createCCtx()));
    ZSTD_CCtx_setParameter(made_here.get(), ZSTD_c_dictIDFlag, 0);  // the first byte names it
    return made_here;
  }();
  return context.get();
}

ZSTD_DCtx* unpacker() {
  thread_local const Owned<ZSTD_DCtx, ZSTD_freeDCtx> context(made(ZSTD_createDCtx()));
  return context.get();
}

}  // namespace

void prepare_to_pack() {
  pack_dictionary(Packing::kEnglish);
  pack_dictionary(Packing::kKorean);
}

Packing pack(std::string_view fields, std::string& out) {
  const std::size_t begin = out.size();
  if (fields.size() >= kShortest) {
    const Packing packing = language_of(fields);
    ZSTD_CCtx* const context = packer();
    ZSTD_CCtx_refCDict(context, pack_dictionary(packing));
    // There must always be enough room: with zstd 1.5.4, once a frame did not fit, a later one
    // could not be read again.
    out.resize(begin + ZSTD_compressBound(fields.size()));
    const std::size_t size = ZSTD_compress2(context, out.data() + begin, out.size() - begin,
                                            fields.data(), fields.size());
    if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // nothing else can fail
    if (size < kMagic.size() + fields.size()) {
      out.resize(begin + size);
      out.erase(begin, kMagic.size());
      return packing;
    }
    out.resize(begin);
  }
  out += fields;
  return Packing::kPlain;
}

std::string_view unpack(Packing packing, std::string_view packed, std::string& room) {
  if (packing == Packing::kPlain) return packed;
  if (packing != Packing::kEnglish && packing != Packing::kKorean) RecordReader::fail();
  std::string frame(kMagic);
  frame += packed;
  const std::uint64_t size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  // The codes for "unknown" and "error" are greater than any size.
  if (size > std::min(kMostUnpacked, packed.size() * kMostOfAByte)) RecordReader::fail();
  room.resize(size);
  const std::size_t got = ZSTD_decompress_usingDDict(
      unpacker(), room.data(), room.size(), frame.data(), frame.size(), unpack_dictionary(packing));
  if (got != size) RecordReader::fail();
  return room;
}

}  // namespace ibid
