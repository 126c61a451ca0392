import Synchronization

/// Rows that are written and are filled anew: memory that the system gives afresh for each chunk of a large file costs
/// more at its first touch than what is put there.
final class SpareRows: Sendable {
    private let kept = Mutex<[FlatRows]>([])

    /// No more are ever on their way at once.
    private static let most = 4

    /// Empty rows of a width, with the space of earlier ones where there are any.
    func take(width: Int) -> FlatRows {
        let spare = kept.withLock { kept -> FlatRows? in
            guard let index = kept.firstIndex(where: { $0.width == width }) else { return nil }
            return kept.remove(at: index)
        }
        return spare ?? FlatRows(width: width)
    }

    /// Keeps rows that nobody looks at any more.
    func put(_ rows: FlatRows) {
        rows.removeAll()
        kept.withLock { kept in
            if kept.count < SpareRows.most { kept.append(rows) }
        }
    }
}
