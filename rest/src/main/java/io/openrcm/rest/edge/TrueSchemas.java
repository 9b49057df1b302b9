package io.openrcm.rest.edge;

import io.openrcm.rest.ProblemDetails;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says in the OpenAPI document what JSON really carries: value types are strings, and every error is a problem. */
public class TrueSchemas implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Value types by schema name: pattern and example. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "Money", List.of("-?\\d{1,13}(\\.\\d{1,2})?", "125.50"),
            "Npi", List.of("\\d{10}", "1234567893"),
            "PayerId", List.of("[A-Z0-9]{2,20}", "MERID"),
            "FacilityId", List.of("[A-Z0-9]{2,20}", "LAKESIDE"),
            "ConsentReference", List.of("[A-Za-z0-9][A-Za-z0-9._/-]{0,49}", "CONSENT-2026-17"),
            "ClaimNumber", List.of("[A-Z0-9]{4,14}", "A1B2C3D4E5F6G7"),
            "ClaimId", List.of(UUID_PATTERN, "0190b5a4-1111-7000-8000-000000000001"),
            "EncounterId", List.of(UUID_PATTERN, "0190b5a4-1111-7000-8000-000000000002"),
            "RemittanceId", List.of(UUID_PATTERN, "0190b5a4-1111-7000-8000-000000000003"),
            "AttemptId", List.of(UUID_PATTERN, "0190b5a4-1111-7000-8000-000000000004"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        document.getComponents().getSchemas().keySet().stream()
                .filter(VALUES::containsKey)
                .toList()
                .forEach(name -> document.getComponents().addSchema(name, valueSchema(name)));
        document.getComponents().addSchema(PROBLEM, problemSchema());
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().forEach(TrueSchemas::answerWithProblems);
        }
    }

    private static Schema valueSchema(String name) {
        List<String> value = VALUES.getOrDefault(name, List.of());
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .pattern(value.get(0))
                .addExample(value.get(1));
    }

    private static Schema problemSchema() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        Schema error = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("field", text)
                .addProperty("rule", text)
                .addProperty("message", text);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "RFC 9457 problem details; 'code' is stable, 'errors' names fields (JSON pointers) and rules")
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("code", text)
                .addProperty("detail", text)
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(error));
    }

    private static void answerWithProblems(PathItem path) {
        path.getOperations().values().forEach(TrueSchemas::answerWithProblems);
    }

    private static void answerWithProblems(Operation operation) {
        if (operation.getResponses() == null || operation.getResponses().hasAPIResponse("default")) {
            return;
        }
        Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
        var content = OASFactory.createContent()
                .addMediaType(
                        ProblemDetails.MEDIA_TYPE, OASFactory.createMediaType().schema(reference));
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse().description("Any error").content(content));
    }
}
