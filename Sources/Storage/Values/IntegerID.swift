/// An id of one kind of thing: a number that cannot be mistaken for the id of another kind.
///
/// A struct that holds its number is a whole id:
///
/// ```swift
/// struct PupilID: IntegerID { let rawValue: Int }
/// ```
public protocol IntegerID: RawRepresentable, Hashable, Comparable, Sendable, SQLValue, SQLReadable
where RawValue == Int {}

extension IntegerID {
    /// The id that was handed out earlier comes first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
