/// What a log says of an error.
///
/// The words of any error may hold what somebody typed or what stands in a file, and logs hold no values. A
/// ``StorageError`` never holds one, and says which query failed; of all others the name of the type stands alone.
public enum FaultWords {
    /// What may stand in a log.
    public static func of(_ error: any Error) -> String {
        (error as? StorageError)?.debugDescription ?? String(reflecting: type(of: error))
    }
}
