package import Kernel

/// That files of two kinds may tell the same facts under keys of their own, so that both would count.
///
/// The key has three columns. The first two are the same in both kinds of file; the third is below a border in one kind and
/// not below it in the other.
package struct FactOverlap: Sendable {
    /// The border of the third column.
    package let border: Int
    /// What is said to a person: of how many pairs of the first two columns, and of the imports that are there.
    package let problem: @Sendable (_ pairs: Int, _ batches: [BatchID]) -> Problem

    /// An overlap.
    package init(border: Int, _ problem: @escaping @Sendable (_ pairs: Int, _ batches: [BatchID]) -> Problem)
    {
        self.border = border
        self.problem = problem
    }
}
