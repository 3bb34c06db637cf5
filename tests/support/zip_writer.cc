// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/zip_writer.h"

#include <zip.h>

#include <stdexcept>

namespace ibid::testing {
namespace {

[[noreturn]] void fail(zip_t* zip) { throw std::runtime_error(zip_strerror(zip)); }

std::string write(const ZipParts& parts, zip_int32_t method, std::string_view encrypted) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (zip == nullptr) throw std::runtime_error(zip_error_strerror(&error));
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    const zip_int64_t at = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (at < 0) fail(zip);
    const auto index = static_cast<zip_uint64_t>(at);
    if (zip_set_file_compression(zip, index, method, 0) != 0) fail(zip);
    zip_file_set_mtime(zip, index, 1'700'000'000, 0);
    if (name == encrypted && zip_file_set_encryption(zip, index, ZIP_EM_AES_256, "password") != 0) {
      fail(zip);
    }
  }
  if (zip_close(zip) != 0) fail(zip);
  zip_stat_t stat;
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(target);
  const zip_int64_t got = zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  if (got != static_cast<zip_int64_t>(bytes.size())) throw std::runtime_error("a short read");
  return bytes;
}

}  // namespace

std::string zip_of(const ZipParts& parts) { return write(parts, ZIP_CM_DEFLATE, ""); }
std::string stored_zip_of(const ZipParts& parts) { return write(parts, ZIP_CM_STORE, ""); }
std::string zip_with_encrypted(const ZipParts& parts, std::string_view part) {
  return write(parts, ZIP_CM_DEFLATE, part);
}

std::string with_replaced(std::string bytes, std::string_view from, std::string_view to) {
  if (from.size() != to.size()) throw std::runtime_error("lengths differ");
  for (std::size_t at = 0; (at = bytes.find(from, at)) != std::string::npos; at += to.size()) {
    bytes.replace(at, to.size(), to);
  }
  return bytes;
}

}  // namespace ibid::testing
