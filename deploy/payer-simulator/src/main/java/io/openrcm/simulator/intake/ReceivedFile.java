package io.openrcm.simulator.intake;

import io.openrcm.simulator.claim.Claim;
import io.openrcm.simulator.complaints.Complaint;
import io.openrcm.simulator.complaints.ComplaintCode;
import io.openrcm.simulator.complaints.Findings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One file as read: its interchanges, and everything that was wrong with it. */
public record ReceivedFile(List<Interchange> interchanges, Findings findings) {

    /** Complaints that reject the interchange are its own; an interchange without any is read on. */
    public record Interchange(InterchangeHeader header, List<Group> groups, List<Complaint> complaints) {}

    /**
     * One GS to its GE.
     *
     * @param stated how many transactions GE01 says there are
     */
    public record Group(
            String kind,
            String sender,
            String receiver,
            String controlNumber,
            String guide,
            int stated,
            List<Transaction> transactions,
            List<Complaint> complaints) {}

    /**
     * One ST to its SE.
     *
     * @param rejected something in it rejects the whole; also true when the complaint about it was only counted
     * @param reference BHT03
     */
    public record Transaction(
            String kind,
            String controlNumber,
            String guide,
            String reference,
            String submitterName,
            String submitterId,
            List<Received> claims,
            List<Complaint> complaints,
            boolean rejected) {}

    /**
     * One claim.
     *
     * @param ordinal place among the file's claims, from 1
     * @param rejection the first reason to reject this claim, if any
     */
    public record Received(int ordinal, Claim claim, Optional<ComplaintCode> rejection) {}

    public Stream<Received> claims() {
        return interchanges.stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.transactions().stream())
                .flatMap(transaction -> transaction.claims().stream());
    }
}
