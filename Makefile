# `make` lists the targets. Every target does its own set-up.
SHELL := /bin/bash
.DEFAULT_GOAL := help

help: ## List the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-18s %s\n", $$1, $$2}'

build: ## Compile everything
	dotnet build PlanetGraph.sln -c Release -v q --nologo

test: ## Install what the tests need and run all but the cluster's
	eng/test

GENERATOR := artifacts/bin/PlanetGraph.Generator/release/PlanetGraph.Generator.dll

demo-distributed: ## The real thing on one machine: RabbitMQ, MariaDB, service, publisher, workers (WORKERS=2 ROWS=200000 STAY=true)
	eng/demo-distributed $(FOLDER)

chart: ## Write charts/ anew from generator/spec
	@eng/chart

$(GENERATOR): $(shell find generator -name '*.cs' -o -name '*.csproj') Directory.Build.props Directory.Packages.props
	@out=$$(dotnet build generator -c Release -v q --nologo 2>&1) || { echo "$$out" >&2; exit 1; }; touch $@

images: data ## Make the container images (no Docker; BASE_IMAGE, REGISTRY, TAG)
	eng/images

images-load: ## Load them into a cluster: INTO=kind, k3s, minikube, containerd or 'lab PATH'
	eng/images-load $(INTO)

e2e: ## Run the end-to-end tests on the cluster of KUBECONFIG
	eng/e2e

data: service/data/data_stable.bin ## Compile the divisions and our tables into the data file

service/data/data_stable.bin: service/data/divisions.tsv.br $(wildcard service/data/tagger.bin) $(wildcard service/data/tables/*.tsv) $(wildcard service/data/Compile/*.cs)
	dotnet run --project service/data -c Release -v q -- compile

demo: data ## Run 200,000 sample addresses through a whole batch on this machine
	@dotnet build standalone -c Release -v q --nologo -clp:NoSummary
	@dotnet build service/data -c Release -v q --nologo -clp:NoSummary
	@eng/demo

train: ## Train the tagger's weights anew from the repo alone (minutes)
	dotnet run --project service/data -c Release -v q -- train

sample: ## Write sample addresses: make sample ROWS=200000 OUT=samples/run
	dotnet run --project service/data -c Release -v q -- sample --rows $(or $(ROWS),200000) --output $(or $(OUT),samples/run)

.PHONY: help build test demo demo-distributed chart data images images-load e2e train sample
