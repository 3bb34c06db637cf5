// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/tree/html_tree.h"

#include <csetjmp>
#include <cstdlib>
#include <utility>

#include "corpus/error.h"

namespace ibid::html {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;
// gumbo takes about 250 bytes a node; a skeleton has a node for at least each three bytes.
constexpr std::size_t kBytesOfSkeletonByte = 400;

// The memory of one parse, freed as a whole. When a bound is reached, it goes back to the caller
// past gumbo's functions, which know no failure. They are C and hold nothing but this memory.
struct Arena {
  struct Block {
    Block* before;
  };
  Block* last = nullptr;
  char* next = nullptr;
  std::size_t left = 0;
  std::size_t allowed = 0;
  std::jmp_buf* on_exhausted = nullptr;
};

void* take(void* arena_given, std::size_t size) {
  auto* arena = static_cast<Arena*>(arena_given);
  size = (size + 15) & ~std::size_t{15};
  if (size > arena->left) {
    const std::size_t block = std::max(size + 16, kBlockBytes);
    if (block > arena->allowed) std::longjmp(*arena->on_exhausted, 1);
    arena->allowed -= block;
    auto* made = static_cast<Arena::Block*>(std::malloc(block));
    if (made == nullptr) std::longjmp(*arena->on_exhausted, 1);
    made->before = arena->last;
    arena->last = made;
    arena->next = reinterpret_cast<char*>(made) + 16;
    arena->left = block - 16;
  }
  arena->left -= size;
  return std::exchange(arena->next, arena->next + size);
}

void keep(void*, void*) {}

void free_blocks(Arena& arena) {
  while (arena.last != nullptr) std::free(std::exchange(arena.last, arena.last->before));
}

// Null if the bound is reached. No object with a destructor lives here: see Arena.
GumboOutput* parse(Arena* arena, const GumboOptions* options, const char* text, std::size_t size) {
  std::jmp_buf exhausted;
  arena->on_exhausted = &exhausted;
  if (setjmp(exhausted) != 0) return nullptr;
  return gumbo_parse_with_options(options, text, size);
}

class TreeReader {
 public:
  explicit TreeReader(const Source& source) : source_(source), used_(source.runs().size()) {}

  std::vector<Node> read(const GumboNode* root) {
    nodes_.reserve(source_.tags().size() + source_.runs().size() + 8);
    struct Open {
      const GumboVector* children;
      unsigned next;
      std::uint32_t node;
    };
    std::vector<Open> open = {{&root->v.element.children, 0, add_element(root, kNone)}};
    while (!open.empty()) {
      Open& top = open.back();
      if (top.next == top.children->length) {
        nodes_[top.node].end = static_cast<std::uint32_t>(nodes_.size());
        open.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(top.children->data[top.next++]);
      if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
        const std::uint32_t parent = top.node;
        open.push_back({&child->v.element.children, 0, add_element(child, parent)});
      } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE) {
        add_texts(child->v.text, top.node);
      }
    }
    return std::move(nodes_);
  }

 private:
  std::uint32_t add_element(const GumboNode* node, std::uint32_t parent) {
    const GumboElement& element = node->v.element;
    Node made;
    made.tag = element.tag;
    made.parent = parent;
    if (element.original_tag.data != nullptr && element.original_tag.length > 0) {
      made.source = source_.owner(offset_of(element.original_tag.data));
    }
    if (made.source != kNone) made.tag = source_.tags()[made.source].tag;
    nodes_.push_back(made);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }

  std::size_t offset_of(const char* place) const {
    return static_cast<std::size_t>(place - source_.skeleton().data());
  }

  // A text of the tree is one or more texts of the source, one character each; tags between them
  // made no element.
  void add_texts(const GumboText& text, std::uint32_t parent) {
    const std::string& skeleton = source_.skeleton();
    std::size_t at = offset_of(text.original_text.data);
    for (const char* c = text.text; *c != '\0' && at < skeleton.size(); ++at) {
      if (skeleton[at] == '<') {
        at = std::min(skeleton.find('>', at), skeleton.size());
        continue;
      }
      if (skeleton[at] != *c) continue;
      ++c;
      const std::uint32_t run = source_.owner(at);
      if (run == kNone || used_[run]) continue;
      used_[run] = true;
      nodes_.push_back(
          {GUMBO_TAG_LAST, parent, static_cast<std::uint32_t>(nodes_.size() + 1), run});
    }
  }

  const Source& source_;
  std::vector<bool> used_;
  std::vector<Node> nodes_;
};

}  // namespace

std::vector<Node> tree_of(const Source& source) {
  Arena arena;
  arena.allowed = (std::size_t{4} << 20) + source.skeleton().size() * kBytesOfSkeletonByte;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.allocator = take;
  options.deallocator = keep;
  options.userdata = &arena;
  const GumboOutput* output =
      parse(&arena, &options, source.skeleton().data(), source.skeleton().size());
  if (output == nullptr) {
    free_blocks(arena);
    throw Error(ErrorKind::kInput,
                "its tags are too tangled to be read as a page; save it again with a browser");
  }
  struct Freed {
    Arena& arena;
    ~Freed() { free_blocks(arena); }
  } freed{arena};
  return TreeReader(source).read(output->root);
}

}  // namespace ibid::html
