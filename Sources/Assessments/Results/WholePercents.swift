internal import Storage

extension Migration {
    /// Cells of central examinations (kinds 80 to 83) hold the whole per cent of each result, cut off; some held what a
    /// file wrote.
    static let wholePercents = Migration(
        id: "2027-01-whole-percents",
        tables: [],
        sql: """
            UPDATE assessment_pupil SET percents = percents - percents % 100
                WHERE kind BETWEEN 80 AND 83 AND percents % 100 <> 0;
            UPDATE assessment_group SET percents = coalesce((
                    SELECT CAST(sum(p.percents) AS INTEGER) FROM assessment_pupil p
                    WHERE p.tenant_id = assessment_group.tenant_id AND p.year = assessment_group.year
                        AND p.kind = assessment_group.kind
                        AND p.institution_id = assessment_group.institution_id
                        AND p.class_id = assessment_group.class_id AND p.grade = assessment_group.grade
                        AND p.subject_id = assessment_group.subject_id
                        AND p.teacher_id = assessment_group.teacher_id
                        AND p.assessment_id = assessment_group.assessment_id
                ), percents)
                WHERE kind BETWEEN 80 AND 83;

            """
    )
}
