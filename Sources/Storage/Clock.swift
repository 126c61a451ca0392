internal import FoundationEssentials

/// Milliseconds since 1970 UTC, for the records that `Storage` keeps of its own work.
func now() -> Int {
    Int(Date().timeIntervalSince1970 * 1_000)
}
