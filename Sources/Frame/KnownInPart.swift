/// A measure that may be known for a part of a year alone: of months in which a source tells less than it needs there are
/// records, and it leaves them out.
package protocol KnownInPart: Measure {
    /// The measure with the months that it is known for, and the one with all months that anything is told of; nil where it
    /// leaves none out.
    var monthsKnown: (of: String, among: String)? { get }
}
