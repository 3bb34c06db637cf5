// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/access.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <nettle/memops.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "corpus/error.h"
#include "corpus/file_descriptor.h"

namespace ibid {
namespace {

constexpr std::size_t kLeastToken = 16;
constexpr std::size_t kMostToken = 256;

// What needs no quoting in a URL, a cookie or a header.
bool is_token_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

void make_token_file(const std::string& path) {
  const std::string text = make_token() + "\n";
  const FileDescriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file.is_open() ||
      write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    throw Error(ErrorKind::kSystem,
                fmt::format("cannot make the token file {}: {}", path, std::strerror(errno)));
  }
}

}  // namespace

std::string make_token() {
  std::array<std::uint8_t, 16> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    throw Error(ErrorKind::kSystem, "the system has no random bytes for a token");
  }
  std::string token;
  for (const std::uint8_t byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

std::string token_of_file(const std::string& path) {
  if (access(path.c_str(), F_OK) != 0 && errno == ENOENT) make_token_file(path);
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status = {};
  std::array<char, kMostToken + 2> text{};
  ssize_t size = -1;
  if (file.is_open() && fstat(file.get(), &status) == 0) {
    size = read(file.get(), text.data(), text.size());
  }
  if (size < 0) {
    throw Error(ErrorKind::kInput,
                fmt::format("cannot read the token file {}: {}", path, std::strerror(errno)));
  }
  if ((status.st_mode & 077U) != 0) {
    throw Error(ErrorKind::kUsage, fmt::format("others may read the token file {}; chmod 600 keeps "
                                               "it to you",
                                               path));
  }
  std::string_view token(text.data(), static_cast<std::size_t>(size));
  token = token.substr(0, token.find_first_of("\r\n"));
  if (token.size() < kLeastToken || token.size() > kMostToken ||
      !std::all_of(token.begin(), token.end(), is_token_character)) {
    throw Error(ErrorKind::kUsage,
                fmt::format("the first line of {} is not a token of {} to {} letters, digits, -, "
                            "_, . or ~; a file that does not exist is made with one",
                            path, kLeastToken, kMostToken));
  }
  return std::string(token);
}

bool is_token(std::string_view given, std::string_view token) {
  return given.size() == token.size() && memeql_sec(given.data(), token.data(), token.size()) != 0;
}

}  // namespace ibid
