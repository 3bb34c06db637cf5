// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/posting_run.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "corpus/error.h"
#include "indexer/build/run_merger.h"
#include "indexer/glass/encoding.h"

namespace ibid {
namespace {

constexpr std::size_t kFileBuffer = 256 << 10;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(const char* what, const std::string& path) {
  const int failure = errno;
  throw Error(ErrorKind::kSystem,
              std::string("cannot ") + what + " " + path + ": " + std::strerror(failure));
}

File open(const std::string& path, const char* mode) {
  File file(std::fopen(path.c_str(), mode));
  if (!file) fail("open", path);
  std::setvbuf(file.get(), nullptr, _IOFBF, kFileBuffer);
  return file;
}

class FileRun : public RunReader {
 public:
  explicit FileRun(const std::string& path) : path_(path), file_(open(path, "rbe")) {}

  bool next() override {
    const int first = std::getc(file_.get());
    if (first == EOF && std::feof(file_.get()) != 0) return false;
    std::ungetc(first, file_.get());
    read(key_text_);
    last_docid_ = static_cast<std::uint32_t>(read_number());
    read(list_);
    key_ = key_text_;
    bytes_ = list_;
    return true;
  }

 private:
  void read(std::string& out) {
    out.resize(read_number());
    if (std::fread(out.data(), 1, out.size(), file_.get()) != out.size()) fail("read", path_);
  }
  std::size_t read_number() {
    std::size_t size = 0;
    for (unsigned shift = 0;; shift += 7) {
      const int byte = std::getc(file_.get());
      if (byte == EOF) fail("read", path_);
      size |= static_cast<std::size_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return size;
    }
  }

  std::string path_;
  File file_;
  std::string key_text_, list_;
};

class RunFile {
 public:
  explicit RunFile(const std::string& path) : path_(path), file_(open(path, "wbxe")) {}

  void begin(std::string_view key, std::uint32_t last_docid, std::size_t size) {
    header_.clear();
    glass::append_string(header_, key);
    glass::append_varint(header_, last_docid);
    glass::append_varint(header_, size);
    write(header_);
  }
  void write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
      fail("write", path_);
    }
  }
  void finish() {
    if (std::fflush(file_.get()) != 0) fail("write", path_);
  }

 private:
  std::string path_;
  File file_;
  std::string header_;
};

}  // namespace

void write_run(const PostingBuffer& buffer, const std::string& path) {
  RunFile out(path);
  const std::unique_ptr<RunReader> run = read_run(buffer);
  while (run->next()) {
    out.begin(run->key(), run->last_docid(), run->bytes().size());
    out.write(run->bytes());
  }
  out.finish();
}

void join_runs(std::vector<std::unique_ptr<RunReader>> runs, const std::string& path) {
  RunFile out(path);
  RunMerger merger(std::move(runs));
  std::string joined;
  while (merger.next()) {
    joined.clear();
    std::uint32_t docid = 0;  // the last one so far: the next list's first gap counts from it
    for (const RunMerger::Part& part : merger.parts()) {
      const char* at = part.bytes.data();
      const char* const end = at + part.bytes.size();
      const auto first = static_cast<std::uint32_t>(glass::read_varint(at, end));
      glass::append_varint(joined, first - docid);
      joined.append(at, end);
      docid = part.last_docid;
    }
    out.begin(merger.key(), docid, joined.size());
    out.write(joined);
  }
  out.finish();
}

std::unique_ptr<RunReader> read_run(const std::string& path) {
  return std::make_unique<FileRun>(path);
}

}  // namespace ibid
