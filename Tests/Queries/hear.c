// What SQLite and PostgreSQL are asked, heard between a program and the libraries of the engines: LD_PRELOAD=hear.so, and
// SEKME_HEARD names a folder. No program of the house knows of it. What else runs beside the tests, such as the build with a
// SQLite of its own, is not listened to.
//
// A statement is heard once the engine has taken it: where it is prepared, or run without that. Each text is written once
// for each process, with a NUL behind it, into the file of its engine.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <limits.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum engine { SQLITE, POSTGRES };
static const char *const files[] = {"sqlite", "postgres"};

// Texts by their hash; those that find no room any more are written again, which does no harm.
enum { ROOM = 1 << 18, STEPS = 64 };
static uint64_t known[2][ROOM];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static char *folder;

// Read once, as a program may change what surrounds it while others read.
__attribute__((constructor)) static void begin(void) {
    const char *named = getenv("SEKME_HEARD");
    if (named == NULL || *named == 0) return;
    if (strncmp(program_invocation_short_name, "sekme", strlen("sekme")) == 0) folder = strdup(named);
}

static int is_new(enum engine engine, uint64_t hash) {
    for (size_t step = 0; step < STEPS; step++) {
        uint64_t *place = &known[engine][(hash + step) % ROOM];
        if (*place == hash) return 0;
        if (*place == 0) {
            *place = hash;
            return 1;
        }
    }
    return 1;
}

static void hear(enum engine engine, const char *text, size_t length) {
    // Transactions, pragmas and tables that are made are no queries; D is of DECLARE too.
    while (length > 0 && strchr(" \t\r\n", *text) != NULL) text++, length--;
    if (folder == NULL || length == 0 || *text == 0 || strchr("SIUDWsiudw", *text) == NULL) return;
    uint64_t hash = 14695981039346656037u;
    for (size_t at = 0; at < length; at++) hash = (hash ^ (unsigned char)text[at]) * 1099511628211u;
    pthread_mutex_lock(&lock);
    int fresh = is_new(engine, hash ? hash : 1);
    pthread_mutex_unlock(&lock);
    if (!fresh) return;
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, files[engine]);
    int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return;
    // One call, so that processes beside each other do not write into each other's texts.
    struct iovec parts[] = {{(char *)text, length}, {"", 1}};
    if (writev(file, parts, 2) < 0) perror("hear");
    close(file);
}

// The function of the library; a program may have loaded that for itself alone.
static void *real(const char *name, const char *library) {
    void *found = dlsym(RTLD_NEXT, name);
    void *handle = found ? NULL : dlopen(library, RTLD_LAZY | RTLD_NOLOAD);
    if (handle != NULL) found = dlsym(handle, name);
    if (found == NULL) {
        fprintf(stderr, "hear: there is no %s\n", name);
        abort();
    }
    return found;
}

#define REAL(name, library) ((__typeof__(&name))real(#name, library))

// SQLite takes the first statement of a text; where the others begin, it tells.
#define HEAR_PREPARED(call)                                                                  \
    const char *rest = NULL;                                                                 \
    int code = call;                                                                         \
    if (code == SQLITE_OK && text != NULL && rest != NULL) hear(SQLITE, text, rest - text); \
    if (tail != NULL) *tail = rest;                                                          \
    return code

int sqlite3_prepare_v2(
    sqlite3 *file, const char *text, int length, sqlite3_stmt **statement, const char **tail
) {
    static __typeof__(&sqlite3_prepare_v2) next;
    if (next == NULL) next = REAL(sqlite3_prepare_v2, "libsqlite3.so.0");
    HEAR_PREPARED(next(file, text, length, statement, &rest));
}

int sqlite3_prepare_v3(
    sqlite3 *file, const char *text, int length, unsigned flags, sqlite3_stmt **statement, const char **tail
) {
    static __typeof__(&sqlite3_prepare_v3) next;
    if (next == NULL) next = REAL(sqlite3_prepare_v3, "libsqlite3.so.0");
    HEAR_PREPARED(next(file, text, length, flags, statement, &rest));
}

static PGresult *heard(PGresult *result, const char *text) {
    static __typeof__(&PQresultStatus) status;
    if (status == NULL) status = REAL(PQresultStatus, "libpq.so.5");
    ExecStatusType answer = status(result);
    if (text != NULL && (answer == PGRES_COMMAND_OK || answer == PGRES_TUPLES_OK)) {
        hear(POSTGRES, text, strlen(text));
    }
    return result;
}

PGresult *PQprepare(PGconn *connection, const char *name, const char *text, int count, const Oid *types) {
    static __typeof__(&PQprepare) next;
    if (next == NULL) next = REAL(PQprepare, "libpq.so.5");
    return heard(next(connection, name, text, count, types), text);
}

PGresult *PQexecParams(
    PGconn *connection, const char *text, int count, const Oid *types, const char *const *values,
    const int *lengths, const int *formats, int format
) {
    static __typeof__(&PQexecParams) next;
    if (next == NULL) next = REAL(PQexecParams, "libpq.so.5");
    return heard(next(connection, text, count, types, values, lengths, formats, format), text);
}

PGresult *PQexec(PGconn *connection, const char *text) {
    static __typeof__(&PQexec) next;
    if (next == NULL) next = REAL(PQexec, "libpq.so.5");
    return heard(next(connection, text), text);
}
