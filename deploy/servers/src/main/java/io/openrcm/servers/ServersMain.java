package io.openrcm.servers;

import java.io.IOException;
import java.io.PrintStream;

/**
 * PostgreSQL and Kafka as one process. Says where they answer in one line of JSON on standard output, and stops them when its standard
 * input ends or on SIGTERM.
 *
 * <pre>
 * --postgres-port N  --kafka-port N     0, the default: any free port
 * --data DIR                            kept; default: a folder that goes away
 * --durable true|false                  false: faster, may lose data when the machine stops
 * --secrets DIR                         with --data: the passwords, one file per login; default: in the data's folder;
 *                                       without --data every login has the admin's password
 * --databases a,b                       each with the logins a, of the service, and a_owner
 * --owned-databases a,b                 each with one login of the same name that owns it
 * --topics a,b:1                        each with 16 partitions or as many as it says; default: of events, and of audit checkpoints
 * --tls DIR                             nobody is let in without TLS; certificates are made in DIR where missing; default: without
 * --detached true|false                 true: stay when standard input ends
 * </pre>
 */
public final class ServersMain {

    private ServersMain() {}

    /** Exit code 0 after a requested stop, 1 with one sentence on standard error when a server cannot start. */
    public static void main(String[] args) throws IOException {
        var answer = System.out;
        System.setOut(new PrintStream(System.err, true, System.err.charset()));
        var options = ServerOptions.parse(args);
        var servers = new RealServers(options, System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers), "stop-servers"));
        if (!options.detached()) {
            Thread.ofPlatform().daemon().name("parent-watch").start(ServersMain::exitWithParent);
        }
        try {
            answer.println(servers.start().toJson());
            answer.flush();
            Thread.currentThread().join();
        } catch (IOException failed) {
            System.err.println("The servers did not start: " + failed.getMessage());
            System.exit(1);
        } catch (InterruptedException stopped) {
            System.exit(0);
        }
    }

    private static void exitWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said here; only the end matters.
            }
        } catch (IOException gone) {
            System.err.println("Standard input failed, stopping: " + gone.getMessage());
        }
        System.exit(0);
    }

    private static void stop(RealServers servers) {
        try {
            servers.close();
        } catch (IOException stuck) {
            System.err.println(stuck.getMessage());
        }
    }
}
