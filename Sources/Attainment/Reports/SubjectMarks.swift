internal import Frame
internal import Kernel
internal import Registry

extension SubjectsBeside.Asked {
    /// The mean marks on one scale, of the term or year of a selection; a pupil has one such mark in a subject.
    static func marks(scale: Int) -> SubjectsBeside.Asked {
        SubjectsBeside.Asked(
            "attainment/mark",
            counted: "attainment/marks",
            along: [.scale],
            counts: { $0 == [scale] }
        )
    }
}
