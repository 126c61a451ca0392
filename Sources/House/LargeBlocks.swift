#if os(Linux)
internal import CMalloc
#endif

/// How the process gives memory back.
enum LargeBlocks {
    /// Takes every block of eight megabytes and more from the system by itself, and gives it back once it is free.
    ///
    /// Left alone, the library of C learns from the first such block that was freed to keep later ones, for each thread
    /// apart: an import, whose tables of sums grow in steps, then holds half as much again as it uses. Smaller blocks are
    /// soon used again, and clean pages for each of them cost time; as the first line ends all learning, the second has
    /// to say that a thread keeps the end of its memory, which it would give back at every 128 kilobytes otherwise.
    static let areGivenBack: Bool = {
        #if os(Linux)
        return mallopt(M_MMAP_THRESHOLD, 8 << 20) == 1 && mallopt(M_TRIM_THRESHOLD, 32 << 20) == 1
        #else
        return false
        #endif
    }()
}
