import Kernel
import Testing

@testable import Exchange

/// How long what an import rejected can be looked at.
struct KeepingTests {
    @Test func `lines that were rejected are there for fourteen days to the millisecond`() {
        let applied = Instant(milliseconds: 1_779_000_000_000)
        let last = Instant(milliseconds: applied.milliseconds + 14 * 86_400_000)
        let after = Instant(milliseconds: last.milliseconds + 1)
        #expect(Tidying.keeps(applied, at: applied) && Tidying.keeps(applied, at: last))
        #expect(!Tidying.keeps(applied, at: after))
        // The job removes what is older than the same time before now.
        #expect(!(applied < last - Tidying.patience) && applied < after - Tidying.patience)
    }
}
