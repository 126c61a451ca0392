internal import Storage

extension Migration {
    /// How many risks of each group a plan of support names.
    ///
    /// What they are stays in the sealed body; annexes of programmes count them by group. Of plans that were kept before
    /// nobody knows the numbers without opening them: they have none until they are kept again.
    static let planRisks = Migration(
        id: "2027-01-plan-risks",
        tables: [],
        sql: """
            ALTER TABLE support_plan ADD COLUMN learning_risks INTEGER CHECK (learning_risks >= 0);
            ALTER TABLE support_plan ADD COLUMN social_risks INTEGER CHECK (social_risks >= 0);
            ALTER TABLE support_plan ADD COLUMN economic_risks INTEGER CHECK (economic_risks >= 0);
            ALTER TABLE support_plan ADD COLUMN family_risks INTEGER CHECK (family_risks >= 0);
            """
    )
}
