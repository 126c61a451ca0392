internal import Storage

extension Migration {
    /// The works of a year by who set them: a form that offers those of one institution reads those alone.
    static let assessmentPlaces = Migration(
        id: "2027-01-assessment-places",
        tables: [],
        sql: "CREATE INDEX assessment_place ON assessment (tenant_id, year, institution_id, id);"
    )
}
