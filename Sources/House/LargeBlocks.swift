#if os(Linux)
internal import CMalloc
#endif

/// How the process gives memory back.
enum LargeBlocks {
    /// Takes every block of a megabyte and more from the system by itself, and gives it back once it is free.
    ///
    /// Left alone, the library of C learns from the first such block that was freed to keep later ones, for each thread
    /// apart: an import, whose blocks of rows go from thread to thread, then holds half as much again as it uses.
    static let areGivenBack: Bool = {
        #if os(Linux)
        return mallopt(M_MMAP_THRESHOLD, 1 << 20) == 1
        #else
        return false
        #endif
    }()
}
