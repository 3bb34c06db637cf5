// SPDX-License-Identifier: GPL-2.0-or-later
//
// Brings an index in line with files and folders: reads new and changed files, removes the reports
// of deleted ones.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/files/discover.h"
#include "corpus/text/encoding.h"
#include "indexer/folder/made_for.h"
#include "indexer/update/update_progress.h"

namespace ibid {

struct UpdateOptions {
  std::string index_dir;
  // Files and folders; none: those that the index was made from.
  std::vector<std::string> paths;
  std::uint64_t memory_bytes = 512u << 20;  // what the writer may hold before it writes it out
  std::uint64_t threads = 0;                // of a build; 0: one for each processor
  // A build of at least so many bytes of files keeps short termlists: they are smaller and faster
  // to make, but deleted passages count in scores until the next build (docs/index-format.md).
  std::uint64_t exact_lists_from = 8u << 20;
  // An update of fewer bytes of files is never made as a new build, even if that is faster.
  std::uint64_t rebuild_from = 4u << 20;
  // Absolute paths of files. `remove`: their reports go, and stay out until they are restored, also
  // of a rebuild; nothing else is looked for, and `paths` must be empty. `restore`: they are no
  // longer kept out, and are indexed if they are in `paths` or below one.
  std::vector<std::string> remove, restore;
  std::uint32_t lock_timeout_ms = 0;  // how long to wait for another writer; 0: not at all
  // Of files that are neither UTF-8 nor marked as UTF-16; none: detected from their bytes.
  std::optional<Encoding> encoding;
  // Reads the files of other formats than text; empty: a process of its own does
  // (corpus/reader_process). Called on several threads.
  ReadDocuments read_documents = {};
  // Asked some ten times a second while such a file is read, on any thread; false stops the run, as
  // a false answer to the progress does. Empty: a file that takes long is waited for.
  std::function<bool()> go_on = {};
  // No such file is read unless the kernel shuts that process in: seccomp and Landlock.
  bool require_sandbox = false;
  // A file that says more of the reports by hand than each ibid.toml (corpus/given): it is used
  // from now on, until there is another; "" for none. Not set: that which was used before.
  std::optional<std::string> metadata;
  // An index for nodes, also from now on; not set: as it was before, at first kHere. Such an index
  // is made through Xapian's own API, and anew by each update.
  std::optional<MadeFor> made_for = {};
  // Nothing is changed unless every file to be read can be indexed: all are read first, which takes
  // about a sixth more time.
  bool all_or_nothing = false;
  // kVerify: an update that reads every file, and so sees changes that no stamp shows. kRebuild:
  // everything is read again, also below folders that are not named, and replaces the index at
  // once.
  enum class Mode : std::uint8_t { kUpdate, kVerify, kRebuild } mode = Mode::kUpdate;
  // kFew: nothing is changed if more than a third of the reports would be removed, or all of a
  // folder: Error{kInput} says which. kFewOrNone: then none is removed, new and changed files are
  // brought in, and UpdateSummary::held_back says why. kAny: reports go whose files are gone, also
  // those of a named folder that is missing itself.
  enum class Removals : std::uint8_t { kFew, kFewOrNone, kAny } removals = Removals::kAny;
  // Of the new generation, seconds since 1970; 0: the clock's. With a time that is given, the same
  // reports make the same bytes.
  std::uint64_t commit_time = 0;
  // Asked once for each file found that is new or has changed, with its present stamp; false: it is
  // being written. Its report stays as it is, or is not added yet. Empty: all are read.
  std::function<bool(const FileStamp&)> is_ready = {};
};

// What a run did, and the state of the index afterwards.
struct UpdateSummary : UpdateCounts {
  std::uint64_t skipped = 0;    // files in folders, hidden or with another extension
  std::uint64_t unread = 0;     // files of kinds that are not read yet, also counted in failed
  std::vector<Problem> unused;  // what is said by hand of no report: the file, and of which names
  std::uint64_t kept_out = 0;   // files found whose reports were removed (UpdateOptions::remove)
  std::uint64_t total_reports = 0, total_passages = 0;  // in the index afterwards
  std::uint64_t generation = 0;
  bool rebuilt = false;  // by a new build: if interrupted, the index is unchanged
  bool interrupted = false;
  bool withheld = false;   // nothing was changed, because of options.all_or_nothing and problems
  std::uint64_t busy = 0;  // files that were not ready to be read (UpdateOptions::is_ready)
  // Why reports whose files are gone stay (Removals::kFewOrNone), in a sentence; else empty.
  std::string held_back;
};

// A path in options.paths covers the reports at or below it: those whose file is no longer found
// are removed; reports from other folders stay, and so do those whose file or folder cannot be
// read. Files are looked for while the lock is held, so that a writer that waited does not undo
// another. Throws Error{kLocked, kIndex, kInput, kSystem}; the index is then as at its last commit.
UpdateSummary update_index(const UpdateOptions& options, const ProgressCallback& progress = {});

}  // namespace ibid
