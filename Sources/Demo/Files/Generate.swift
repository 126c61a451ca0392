internal import Kernel

/// Writes files of any size to be imported; memory does not grow with it.
///
/// - Parameters:
///   - folder: where the files go; it is made where it is not there.
///   - plan: what the board is made from.
///   - journals: the institutions whose journals are written as e-klase exports them.
///   - progress: called after every class with the stays of pupils told so far.
/// - Throws: `TabularFault` where a file cannot be written.
package func generate(
    to folder: String,
    _ plan: BoardPlan,
    journals: JournalChoice = .all,
    progress: (Int) -> Void = { _ in }
) throws {
    try Board(plan).tell(FileSink(folder, journals: journals), progress: progress)
}
